import { expect, test } from 'vitest';
import { numbersAt } from './numbersAt.ts';
import { columnOfPages } from './pagedColumn.ts';
import { numberPages, PAGE_ROWS } from './pages.ts';
import { PageStore } from './pageStore.ts';

const length = 3 * PAGE_ROWS - 7;

/** A column of the square roots of its rows, in pages. */
function paged() {
  const pages: Uint8Array[] = [];
  const scratch = {
    write: (bytes: Uint8Array) => pages.push(bytes.slice()) - 1,
    read: (page: number, into: Uint8Array) => into.set(pages[page]),
  };
  const store = new PageStore(() => scratch, 1);
  const writer = numberPages(store);
  for (let row = 0; row < length; row++) writer.push(Math.sqrt(row));
  return columnOfPages('root', writer.finish(), store);
}

test.each([
  ['ascending', [0, 5, PAGE_ROWS - 1, PAGE_ROWS, 2 * PAGE_ROWS + 3, length - 1]],
  ['in another order', [PAGE_ROWS + 1, 3, 3, length - 1, 0]],
  ['first ascending, then not', [1, 2 * PAGE_ROWS, PAGE_ROWS]],
  ['none', []],
])('gives the values of rows %s', (_, rows) => {
  expect([...numbersAt(paged(), Int32Array.from(rows))]).toEqual(rows.map(Math.sqrt));
});

import { expect, test } from 'vitest';
import { numberPages, PAGE_ROWS } from './pages.ts';
import { PageStore, type Scratch } from './pageStore.ts';

/** A scratch file in memory. */
function scratch(): Scratch & { readonly bytes: number[] } {
  const bytes: number[] = [];
  return {
    bytes,
    write(page) {
      const start = bytes.length;
      for (const byte of page) bytes.push(byte);
      return start;
    },
    read: (offset, into) => into.set(bytes.slice(offset, offset + into.length)),
  };
}

const numbers = Float64Array.from({ length: 2 * PAGE_ROWS + 5 }, (_, row) => Math.sqrt(row));

function written(store: PageStore) {
  const writer = numberPages(store);
  for (const number of numbers) writer.push(number);
  return writer.finish();
}

test('a small table stays in memory', () => {
  const store = new PageStore(() => {
    throw new Error('no scratch file was needed');
  });
  const pages = written(store);
  expect(store.spilled).toBe(false);
  expect(pages.intoArray()).toEqual(numbers);
});

test('of a large table all pages go to the scratch file, those that were in memory too', () => {
  const file = scratch();
  const store = new PageStore(() => file, 8 * PAGE_ROWS);
  const pages = written(store);
  expect(store.spilled).toBe(true);
  expect(file.bytes).toHaveLength(numbers.byteLength);
  expect(pages.whole()).toEqual(numbers);
  expect(pages.slice(PAGE_ROWS, PAGE_ROWS + 3)).toEqual(numbers.subarray(PAGE_ROWS, PAGE_ROWS + 3));
});

test('without a scratch file everything stays in memory', () => {
  const store = new PageStore(undefined, 1);
  expect(written(store).intoArray()).toEqual(numbers);
  expect(store.spilled).toBe(false);
});

test('pages whose numbers went into an array of their own are empty', () => {
  const pages = written(new PageStore());
  pages.intoArray();
  expect(() => pages.slice(0, numbers.length)).toThrow();
});

import { html, type Content, type Html } from './html.ts';

export interface TableOptions {
  /** Said to those who don't see it; shown where `showCaption`. */
  readonly caption: string;
  readonly head: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
  /** Columns that hold words; the others are numbers, set to the right. The first one always names its row. */
  readonly words?: readonly number[];
  readonly className?: string;
}

/** A table that scrolls by itself where the screen is too narrow. */
export function table({ caption, head, rows, words = [0], className = '' }: TableOptions): Html {
  const kind = (column: number) => (words.includes(column) ? 'word' : 'number');
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="${className}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((cell, i) => html`<th scope="col" class="${kind(i)}">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => bodyCell(cell, i, kind(i)))}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

const bodyCell = (cell: Content, column: number, kind: string): Html =>
  column === 0 ? html`<th scope="row" class="${kind}">${cell}</th>` : html`<td class="${kind}">${cell}</td>`;

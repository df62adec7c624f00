import { html, type Html } from '../html/html.ts';
import type { ReportInput } from '../input/types.ts';
import { counted } from '../words/numbers.ts';

/** Shown at once; the rest is folded. */
const MOST_SHOWN = 5;

/** What a person should know before believing the rest; nothing where there is nothing. */
export function warnings({ result }: ReportInput): Html {
  const texts = [...new Set(result.warnings.map(({ text }) => text))];
  if (texts.length === 0) return html``;
  const rest = texts.slice(MOST_SHOWN);
  return html`<aside class="warnings" aria-label="Warnings">
    <h2>${counted(texts.length, 'warning')}</h2>
    <ul>
      ${texts.slice(0, MOST_SHOWN).map((text) => html`<li>${text}</li>`)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${rest.length} more</summary>
        <ul>
          ${rest.map((text) => html`<li>${text}</li>`)}
        </ul>
      </details>`
    }
  </aside> `;
}

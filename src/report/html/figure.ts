import { html, type Content, type Html } from './html.ts';

/** A chart with what belongs to it. */
export interface Chart {
  readonly title: string;
  /** A sentence or two that say how to read it. */
  readonly reading: Content;
  readonly picture: Html;
  /** The same as numbers, for those who can't see it or want to copy them. */
  readonly numbers?: Html;
}

export function figure({ title, reading, picture, numbers }: Chart): Html {
  return html`<figure>
    <h3>${title}</h3>
    ${picture}
    <figcaption>${reading}</figcaption>
    ${
      numbers &&
      html`<details class="numbers">
        <summary>The numbers</summary>
        ${numbers}
      </details>`
    }
  </figure> `;
}

/** Charts beside each other where there is room. */
export const figures = (charts: readonly (Chart | undefined)[]): Html =>
  html`<div class="figures">${charts.map((chart) => chart && figure(chart))}</div>`;

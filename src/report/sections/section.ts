import { html, type Content, type Html } from '../html/html.ts';

/** One part of a report; `id` is what the list at the top links to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

export const section = ({ id, title, body }: Section): Html =>
  html`<section id="${id}">
    <h2>${title}</h2>
    ${body}
  </section> `;

export const paragraph = (content: Content): Html => html`<p>${content}</p> `;

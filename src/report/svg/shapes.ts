import { html, markup, Html, type Content } from '../html/html.ts';
import { tenth, type Point } from './path.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of a picture. Numbers are rounded to a tenth of a unit; what is undefined is left out. */
export function shape(name: string, attributes: Attributes, ...content: readonly Content[]): Html {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === ''
      ? []
      : [` ${key}="${markup(typeof value === 'number' ? tenth(value) : value)}"`],
  );
  const inside = markup(content);
  return new Html(`<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`);
}

/** Classes name the style sheet's rules: looks live there, geometry here. */
export const group = (className: string, ...content: readonly Content[]): Html =>
  shape('g', { class: className }, ...content);

export const path = (className: string, d: string): Html => shape('path', { class: className, d });

export const text = (className: string, [x, y]: Point, content: Content): Html =>
  shape('text', { class: className, x, y }, content);

export const disc = (className: string, [cx, cy]: Point, r: number, ...content: readonly Content[]): Html =>
  shape('circle', { class: className, cx, cy, r }, ...content);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const box = (className: string, { x, y, width, height }: Box, ...content: readonly Content[]): Html =>
  shape('rect', { class: className, x, y, width, height }, ...content);

/** Said by a pointer that rests on the shape, and by screen readers. */
export const hint = (content: Content): Html => shape('title', {}, content);

/** A picture of a size, shown as wide as its place is. */
export const svg = (
  { width, height }: { readonly width: number; readonly height: number },
  title: string,
  content: Content,
): Html =>
  shape('svg', { viewBox: `0 0 ${width} ${tenth(height)}`, role: 'img' }, hint(title), html`${content}`);

import { SvgDrawing } from '../charts/drawing/SvgDrawing.ts';
import type { Exportable } from '../charts/exportable.ts';
import { inks } from '../charts/inks.svelte.ts';

/** The chart as an SVG file of its size on screen. */
export function svgOf({ name, drawOn }: Exportable): string {
  const drawing = new SvgDrawing();
  const { width, height } = drawOn(drawing);
  return drawing.file(width, height, { title: name(), background: inks.colours.panel });
}

import type { Drawing } from './drawing/Drawing.ts';

/** A chart that is on the page now. */
export interface Exportable {
  readonly node: Element;
  /** What is seen, in words. */
  name(): string;
  /** Draws the chart as it is on screen, and says how large that is. */
  drawOn(drawing: Drawing): { readonly width: number; readonly height: number };
}

const shown = new Set<Exportable>();

/** Tells the export of a chart until the function given back is called. */
export function exportable(node: Element, name: () => string, drawOn: Exportable['drawOn']): () => void {
  const chart = { node, name, drawOn };
  shown.add(chart);
  return () => void shown.delete(chart);
}

/** All that are laid out on the page (not in what is closed), from top to bottom. */
export function exportables(): readonly (Exportable & { readonly place: DOMRect })[] {
  return [...shown]
    .map((chart) => ({ ...chart, place: chart.node.getBoundingClientRect() }))
    .filter(({ place: { width, height } }) => width > 0 && height > 0)
    .toSorted((a, b) => a.place.top - b.place.top || a.place.left - b.place.left);
}

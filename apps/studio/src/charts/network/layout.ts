import type { LayerShape, NetworkShape } from '../../run/contract.ts';

/** Where every neuron of a net is drawn: each layer a column, its neurons around the middle. */
export interface NetworkLayout {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
}
export interface Column {
  readonly layer: LayerShape;
  /** Middles of its neurons, and how far apart they are. */
  readonly x: number;
  readonly ys: readonly number[];
  readonly pitch: number;
  /** Side of a neuron's picture: a layer of few neurons beside one of very many keeps its size. */
  readonly tile: number;
}
/** A weight's place: from a unit of the column before to a unit of its own. */
export interface Link {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const SIDE = { left: 64, right: 74 } as const;
const FEET = 14;
const LARGEST_TILE = 44;
const WIDEST_PITCH = 62;
const NARROWEST_COLUMN = 58;

/** Below this width columns would run into each other: the picture is then scrolled. */
export function leastWidth({ layers }: NetworkShape): number {
  return SIDE.left + SIDE.right + (layers.length - 1) * NARROWEST_COLUMN;
}

export function layoutNetwork({ layers }: NetworkShape, width: number, height: number): NetworkLayout {
  const gap = layers.length > 1 ? (width - SIDE.left - SIDE.right) / (layers.length - 1) : 0;
  const columns = layers.map((layer, column) => {
    const pitch = Math.max(1, Math.min(WIDEST_PITCH, (height - 2 * FEET) / layer.units));
    return {
      layer,
      x: SIDE.left + column * gap,
      ys: Array.from(
        { length: layer.units },
        (_, unit) => height / 2 + (unit - (layer.units - 1) / 2) * pitch,
      ),
      pitch,
      tile: Math.max(Math.min(6, pitch), Math.min(LARGEST_TILE, pitch - 8, gap * 0.55)),
    };
  });
  return { columns, width, height };
}

/** Where a weight lies in a frame's parameters. */
export function weightIndex({ columns }: NetworkLayout, { column, from, to }: Link): number {
  const { layer } = columns[column];
  return layer.weights!.offset + from * layer.units + to;
}

/** Columns whose weights are known and whose neurons are all linked to those of the column before. */
export function isLinked({ columns }: NetworkLayout, column: number): boolean {
  return column > 0 && columns[column].layer.weights !== null;
}

/** The four points of a link's curve, in `out`: x0 y0, x1 y1, x2 y2, x3 y3. */
export function curveOf(
  { columns }: NetworkLayout,
  column: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  const x0 = columns[column - 1].x + columns[column - 1].tile / 2;
  const x3 = columns[column].x - columns[column].tile / 2;
  const bend = (x3 - x0) * 0.5;
  out[0] = x0;
  out[1] = columns[column - 1].ys[from];
  out[2] = x0 + bend;
  out[3] = out[1];
  out[4] = x3 - bend;
  out[5] = columns[column].ys[to];
  out[6] = x3;
  out[7] = out[5];
}

/** Column and unit of a neuron by its number among all. */
export function placeOf(
  { columns }: NetworkLayout,
  neuron: number,
): { readonly column: number; readonly unit: number } {
  const column = columns.findLastIndex(({ layer }) => layer.firstNeuron <= neuron);
  return { column, unit: neuron - columns[column].layer.firstNeuron };
}

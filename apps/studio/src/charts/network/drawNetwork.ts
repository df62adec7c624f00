import type { NeuronSaturation } from '../../run/contract.ts';
import { cssOf, mix, NEGATIVE, POSITIVE, type Theme } from '../colours.ts';
import type { Drawing } from '../drawing/Drawing.ts';
import { numberText } from '../numberText.ts';
import { middleOfLink } from './hitLink.ts';
import { curveOf, isLinked, weightIndex, type Link, type NetworkLayout } from './layout.ts';
import type { NeuronAtlas } from './NeuronAtlas.ts';

export interface NetworkPicture {
  readonly layout: NetworkLayout;
  readonly parameters: Float32Array | null;
  readonly atlas: NeuronAtlas;
  /** Whether the atlas has been painted. */
  readonly painted: boolean;
  readonly saturation: readonly NeuronSaturation[] | null;
  /** For each neuron, the share of the last batch in which it was switched off. */
  readonly dropped: Float32Array | null;
  /** A neuron whose links stand out, with their numbers. */
  readonly neuron: { readonly column: number; readonly unit: number } | null;
  /** A link that stands out. */
  readonly link: Link | null;
}

export interface NetworkColours {
  readonly theme: Theme;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly panel: string;
  readonly accent: string;
  readonly warn: string;
  readonly bad: string;
}

const FONT = '11px system-ui, sans-serif';
const WIDEST = 7;
/** Height of a written number. */
const LINE = 14;
/** Links drawn between two columns: all of them up to 16 neurons beside 16, else the strongest. */
const MOST_LINKS = 256;
const NEGATIVE_DASH = [5, 2.5];
const ZERO_DASH = [1, 3];
const SOLID: number[] = [];
const curve = new Float64Array(8);

/** Width of a link on screen: grows with |w|, and ends at a few pixels. */
export function linkWidth(weight: number): number {
  return Math.min(WIDEST, 0.6 + 1.9 * Math.abs(weight));
}

export function drawNetwork(drawing: Drawing, picture: NetworkPicture, colours: NetworkColours): void {
  if (picture.parameters) drawLinks(drawing, picture, picture.parameters, colours);
  drawNeurons(drawing, picture, colours);
  if (picture.parameters && picture.link)
    markLink(drawing, picture.layout, picture.link, picture.parameters, colours);
  if (picture.parameters && picture.neuron)
    writeWeights(drawing, picture, picture.parameters, picture.neuron, colours);
}

function drawLinks(
  drawing: Drawing,
  { layout, neuron }: NetworkPicture,
  parameters: Float32Array,
  colours: NetworkColours,
): void {
  const { columns } = layout;
  const inks = signInks(colours.theme);
  drawing.lineCap = 'butt';
  for (let column = 1; column < columns.length; column++) {
    if (!isLinked(layout, column)) continue;
    const { layer } = columns[column];
    const { offset } = layer.weights!;
    const before = columns[column - 1].layer.units;
    const least = leastShown(parameters.subarray(offset, offset + before * layer.units));
    for (let from = 0; from < before; from++)
      for (let to = 0; to < layer.units; to++) {
        const weight = parameters[offset + from * layer.units + to];
        const touched = isTouched(neuron, column, from, to);
        if (Math.abs(weight) < least && !touched) continue;
        drawing.globalAlpha = neuron && !touched ? 0.12 : weight === 0 ? 0.5 : 0.85;
        drawing.strokeStyle = weight === 0 ? colours.soft : weight > 0 ? inks.positive : inks.negative;
        drawing.setLineDash(weight === 0 ? ZERO_DASH : weight < 0 ? NEGATIVE_DASH : SOLID);
        drawing.lineWidth = weight === 0 ? 1 : linkWidth(weight);
        traceLink(drawing, layout, column, from, to);
      }
  }
  drawing.setLineDash(SOLID);
  drawing.globalAlpha = 1;
}

/** Size of the weakest weight between two columns that is drawn; more links than that would be one grey cloth. */
export function leastShown(weights: Float32Array): number {
  if (weights.length <= MOST_LINKS) return 0;
  const sizes = weights.map(Math.abs).sort();
  return sizes[sizes.length - MOST_LINKS];
}

function isTouched(neuron: NetworkPicture['neuron'], column: number, from: number, to: number): boolean {
  if (!neuron) return false;
  return neuron.column === column ? neuron.unit === to : neuron.column === column - 1 && neuron.unit === from;
}

function traceLink(drawing: Drawing, layout: NetworkLayout, column: number, from: number, to: number): void {
  curveOf(layout, column, from, to, curve);
  drawing.beginPath();
  drawing.moveTo(curve[0], curve[1]);
  drawing.bezierCurveTo(curve[2], curve[3], curve[4], curve[5], curve[6], curve[7]);
  drawing.stroke();
}

/** The link that is pointed at, with its weight. */
function markLink(
  drawing: Drawing,
  layout: NetworkLayout,
  link: Link,
  parameters: Float32Array,
  colours: NetworkColours,
): void {
  drawing.strokeStyle = colours.ink;
  drawing.lineWidth = 1.5;
  traceLink(drawing, layout, link.column, link.from, link.to);
  const { x, y } = middleOfLink(layout, link);
  const text = numberText(parameters[weightIndex(layout, link)]);
  drawing.font = FONT;
  drawing.textBaseline = 'middle';
  writeOn(drawing, text, x + 3.1 * text.length, y - 11, 'right', colours);
}

const byTheme = {
  light: { positive: cssOf(POSITIVE), negative: cssOf(mix(NEGATIVE, [0, 0, 0], 0.08)) },
  dark: { positive: cssOf(mix(POSITIVE, [255, 255, 255], 0.28)), negative: cssOf(NEGATIVE) },
} as const;

/** Colours of positive and negative weights. */
function signInks(theme: Theme): { readonly positive: string; readonly negative: string } {
  return byTheme[theme];
}

/** What training does not change: the frames of the neurons and of their biases. */
export function drawFrames(
  drawing: Drawing,
  { columns }: NetworkLayout,
  neuron: NetworkPicture['neuron'],
  { accent, soft }: NetworkColours,
): void {
  drawing.strokeStyle = soft;
  drawing.lineWidth = 1;
  drawing.beginPath();
  for (const { layer, x, ys, tile } of columns)
    for (const y of ys) {
      drawing.rect(x - tile / 2 - 0.5, y - tile / 2 - 0.5, tile + 1, tile + 1);
      if (layer.biases) {
        const { left, top, side } = biasSquare(tile, x, y);
        drawing.rect(left, top, side, side);
      }
    }
  drawing.stroke();
  if (!neuron) return;
  const { x, ys, tile } = columns[neuron.column];
  drawing.strokeStyle = accent;
  drawing.lineWidth = 2.5;
  drawing.beginPath();
  drawing.rect(x - tile / 2 - 0.5, ys[neuron.unit] - tile / 2 - 0.5, tile + 1, tile + 1);
  drawing.stroke();
}

function drawNeurons(drawing: Drawing, picture: NetworkPicture, colours: NetworkColours): void {
  const { layout, atlas, painted } = picture;
  layout.columns.forEach(({ layer, x, ys, tile }, column) => {
    for (let unit = 0; unit < ys.length; unit++) {
      const y = ys[unit];
      if (painted) atlas.draw(drawing, layer.firstNeuron + unit, x, y, tile);
      if (layer.kind !== 'output') drawState(drawing, picture, column, unit, colours);
      if (layer.biases && picture.parameters)
        drawBias(drawing, tile, x, y, picture.parameters[layer.biases.offset + unit], colours);
    }
  });
}

/** Side of the small square at a neuron's lower left corner whose colour is its bias. */
export function biasSide(tile: number): number {
  return Math.max(5, Math.min(9, tile * 0.24));
}

function biasSquare(tile: number, x: number, y: number) {
  const side = biasSide(tile);
  return { left: x - tile / 2 - side - 1, top: y + tile / 2 - side, side };
}

function drawBias(
  drawing: Drawing,
  tile: number,
  x: number,
  y: number,
  bias: number,
  { theme, panel }: NetworkColours,
): void {
  const { left, top, side } = biasSquare(tile, x, y);
  const inks = signInks(theme);
  drawing.beginPath();
  drawing.rect(left, top, side, side);
  drawing.fillStyle = panel;
  drawing.fill();
  drawing.globalAlpha = Math.min(1, 0.12 + Math.abs(bias) / 1.5);
  drawing.fillStyle = bias < 0 ? inks.negative : inks.positive;
  drawing.fill();
  drawing.globalAlpha = 1;
}

/** What a neuron suffers: a veil over the share of the batch in which it was dropped; a bar below for dead and saturated rows. */
function drawState(
  drawing: Drawing,
  picture: NetworkPicture,
  column: number,
  unit: number,
  colours: NetworkColours,
): void {
  const { layout, dropped, saturation } = picture;
  const { layer, x, ys, tile } = layout.columns[column];
  const off = dropped?.[layer.firstNeuron + unit] ?? 0;
  if (off > 0) drawVeil(drawing, tile, x, ys[unit], off, colours);
  const state = column === 1 ? saturation?.[unit] : undefined;
  if (state) drawShares(drawing, tile, x, ys[unit], state, colours);
}

function drawVeil(
  drawing: Drawing,
  tile: number,
  x: number,
  y: number,
  share: number,
  { panel, ink }: NetworkColours,
): void {
  drawing.globalAlpha = 0.82;
  drawing.fillStyle = panel;
  drawing.beginPath();
  drawing.rect(x - tile / 2, y - tile / 2, tile, tile * share);
  drawing.fill();
  drawing.globalAlpha = 1;
  if (share < 0.999) return;
  const arm = tile / 2;
  drawing.strokeStyle = ink;
  drawing.lineWidth = 1.5;
  drawing.beginPath();
  drawing.moveTo(x - arm, y - arm);
  drawing.lineTo(x + arm, y + arm);
  drawing.moveTo(x + arm, y - arm);
  drawing.lineTo(x - arm, y + arm);
  drawing.stroke();
}

function drawShares(
  drawing: Drawing,
  tile: number,
  x: number,
  y: number,
  { dead, saturated }: NeuronSaturation,
  { bad, warn, line }: NetworkColours,
): void {
  if (dead + saturated < 0.005) return;
  const [left, top, tall] = [x - tile / 2, y + tile / 2 + 2, 3];
  const bar = (from: number, share: number, colour: string) => {
    drawing.fillStyle = colour;
    drawing.beginPath();
    drawing.rect(left + from * tile, top, share * tile, tall);
    drawing.fill();
  };
  bar(0, 1, line);
  bar(0, saturated, warn);
  bar(saturated, Math.min(dead, 1 - saturated), bad);
}

/** Beside the neurons that the chosen one is linked to, each link's weight, where there is room to read it. */
function writeWeights(
  drawing: Drawing,
  { layout }: NetworkPicture,
  parameters: Float32Array,
  { column, unit }: { readonly column: number; readonly unit: number },
  colours: NetworkColours,
): void {
  drawing.font = FONT;
  drawing.textBaseline = 'middle';
  const before = layout.columns[column - 1];
  if (isLinked(layout, column) && before.pitch >= LINE)
    before.ys.forEach((y, from) => {
      const weight = parameters[weightIndex(layout, { column, from, to: unit })];
      writeOn(drawing, numberText(weight, 2), before.x + before.tile / 2 + 4, y - 9, 'left', colours);
    });
  const next = layout.columns[column + 1];
  if (next && isLinked(layout, column + 1) && next.pitch >= LINE)
    next.ys.forEach((y, to) => {
      const weight = parameters[weightIndex(layout, { column: column + 1, from: unit, to })];
      writeOn(drawing, numberText(weight, 2), next.x - next.tile / 2 - 4, y - 9, 'right', colours);
    });
}

/** Text with a soft ground, so that it can be read over lines. */
function writeOn(
  drawing: Drawing,
  text: string,
  x: number,
  y: number,
  align: 'left' | 'right',
  { panel, ink }: NetworkColours,
): void {
  const wide = text.length * 6.2 + 4;
  drawing.globalAlpha = 0.85;
  drawing.fillStyle = panel;
  drawing.beginPath();
  drawing.rect(align === 'left' ? x - 2 : x - wide + 2, y - 7, wide, 14);
  drawing.fill();
  drawing.globalAlpha = 1;
  drawing.fillStyle = ink;
  drawing.textAlign = align;
  drawing.fillText(text, x, y);
}

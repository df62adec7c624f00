import type { NetworkShape } from '../../run/contract.ts';
import type { Theme } from '../colours.ts';
import { PixelImage } from '../drawing/PixelImage.ts';
import type { Drawing } from '../drawing/Drawing.ts';
import { paintNumbers, paintProbability, type NumberRange } from '../surface/paint.ts';

export interface NeuronInks {
  readonly theme: Theme;
  readonly classification: boolean;
  /** How the output of a regression is coloured. */
  readonly range: NumberRange;
}

/** The pictures of all neurons, one below the other in one image, painted anew only when a frame brought others. */
export class NeuronAtlas {
  readonly #image = new PixelImage();
  #tiles: Uint32Array[] = [];
  #painted: Float32Array | null = null;
  #theme: Theme | null = null;
  #grid = 0;

  paint(surfaces: Float32Array, grid: number, network: NetworkShape, inks: NeuronInks): void {
    if (surfaces === this.#painted && inks.theme === this.#theme) return;
    this.#makeRoom(grid, network.neurons);
    for (const layer of network.layers)
      for (let unit = 0; unit < layer.units; unit++) {
        const neuron = layer.firstNeuron + unit;
        const field = { values: surfaces, offset: neuron * grid * grid, grid, units: 1 };
        const tile = this.#tiles[neuron];
        if (layer.kind !== 'output')
          paintNumbers(tile, field, inks.theme, reachOf(field.values, field.offset, grid * grid));
        else if (!inks.classification) paintNumbers(tile, field, inks.theme, inks.range);
        else paintProbability(tile, field, inks.theme, layer.units === 1 ? 1 : unit);
      }
    this.#image.commit();
    this.#painted = surfaces;
    this.#theme = inks.theme;
  }

  /** One neuron's picture, its middle at x, y. */
  draw(drawing: Drawing, neuron: number, x: number, y: number, side: number): void {
    const grid = this.#grid;
    drawing.drawImage(
      this.#image.canvas,
      0,
      neuron * grid,
      grid,
      grid,
      x - side / 2,
      y - side / 2,
      side,
      side,
    );
  }

  #makeRoom(grid: number, neurons: number): void {
    if (grid === this.#grid && neurons === this.#tiles.length) return;
    this.#grid = grid;
    this.#image.resize(grid, grid * neurons);
    const { pixels } = this.#image;
    this.#tiles = Array.from({ length: neurons }, (_, neuron) =>
      pixels.subarray(neuron * grid * grid, (neuron + 1) * grid * grid),
    );
  }
}

const range = { centre: 0, reach: 1 };

/** The ends of the colours for a neuron: -1 and 1, or as far as its values go. */
export function reachOf(values: Float32Array, offset: number, count: number): NumberRange {
  let most = 1;
  for (let index = offset; index < offset + count; index++) {
    const size = Math.abs(values[index]);
    if (size > most && size < Infinity) most = size;
  }
  range.reach = most;
  return range;
}

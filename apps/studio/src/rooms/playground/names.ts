import { scoreText } from '../../charts/scoreText.ts';
import type { EpochRow, LayerShape, NetworkShape, Opened, PartName } from '../../run/contract.ts';
import type { Words } from '../../words/index.ts';

/** What a neuron is called in a sentence: `neuron 2 of layer 1`, `input x²`, `output A`. */
export function neuronName(words: Words, { layers }: NetworkShape, column: number, unit: number): string {
  const layer = layers[column];
  if (layer.kind === 'input') return words.playground.network.input(layer.names[unit] ?? `${unit + 1}`);
  if (layer.kind === 'output') return words.playground.network.output(outputName(layer, unit));
  return words.playground.network.neuron(column, unit + 1);
}

export function outputName(layer: LayerShape, unit: number): string {
  return layer.names[layer.units === 1 ? layer.names.length - 1 : unit] ?? layer.label;
}

export function percentText(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What is worth saying of an epoch in one line: the last metric that people know (accuracy, R²), else the loss, of every part. */
export function scoresText(words: Words, { metrics }: Opened, row: EpochRow | undefined): string {
  if (!row) return '';
  const metric = metrics.length > 1 ? 1 : 0;
  const name = metricName(words, metrics[metric]).toLowerCase();
  const parts: readonly PartName[] = ['train', 'validation', 'test'];
  return parts
    .filter((part) => row[part] !== null)
    .map((part) =>
      words.playground.surface.score(
        name,
        words.playground.parts[part],
        scoreText(metrics[metric], row[part]![metric]),
      ),
    )
    .join('; ');
}

/** A metric's name in the language of the page. */
export function metricName({ metrics }: Words, metric: string): string {
  return (metrics as Readonly<Record<string, string>>)[metric] ?? metric;
}

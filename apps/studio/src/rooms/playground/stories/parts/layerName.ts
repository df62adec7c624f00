import type { LaterWords } from '../../../../words/index.ts';

/** A layer as a person calls it: `dense2` is the second hidden layer, `output.target` the output; others by their label. */
export function layerName(label: string, words: LaterWords['stories']): string {
  if (label.startsWith('output.')) return words.outputLayer;
  const number = /^dense(\d+)$/.exec(label)?.[1];
  return number ? words.hiddenLayer(Number(number)) : label;
}

import { NeumannError } from '../../errors.ts';
import { type Tensor, withLabel } from '../../tensor/index.ts';
import type { LayerSpec, Mode, TraceContext } from '../define.ts';
import type { Library } from './library.ts';
import type { Memory } from './memory.ts';
import { resolveChoice } from './resolveChoice.ts';

/** The context layers are traced in; `path` is the scope's name, with a point behind it unless it is the outermost. */
export function createContext(library: Library, mode: Mode, memory: Memory, path = ''): TraceContext {
  const context: TraceContext = {
    mode,
    parameter: (name, shape, declaration) => memory.parameter(path + name, shape, declaration),
    buffer: (name, shape, initial) => memory.buffer(path + name, shape, initial),
    updateBuffer: (name, value) => memory.updateBuffer(path + name, value),
    uniform: (name, shape) => memory.uniform(path + name, shape),
    scope: (name, body) => body(createContext(library, mode, memory, `${path}${name}.`)),
    sequence(layers, input) {
      const labels = layerLabels(layers);
      return layers.reduce((x, spec, i) => {
        const { label: _label, ...choice } = spec;
        const { definition, options } = resolveChoice('layer', library.layers, choice);
        const output = context.scope(labels[i], (inner) => definition.apply(inner, x, options));
        return output === x ? x : labelled(output, path + labels[i]);
      }, input);
    },
    activate(choice, input) {
      const { definition, options } = resolveChoice('activation', library.activations, choice);
      return definition.apply(input, options);
    },
  };
  return context;
}

/** A name for each layer: its label, or its kind with a number (`dense1`, `dense2`). */
export function layerLabels(layers: readonly LayerSpec[]): string[] {
  const counts = new Map<string, number>();
  const labels = layers.map(({ name, label }) => {
    if (label !== undefined) return label;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return `${name}${counts.get(name)}`;
  });
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined)
    throw new NeumannError('name', `two layers are labelled '${twice}'; rename one of them`);
  return labels;
}

function labelled(tensor: Tensor, label: string): Tensor {
  return tensor.label === undefined ? withLabel(tensor, label) : tensor;
}

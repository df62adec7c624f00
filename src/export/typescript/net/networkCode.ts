import type { Network, NetworkValue } from '../../network/network.ts';
import { keyText } from '../code/literals.ts';
import { createNames } from '../code/names.ts';
import { base64, type Source } from '../code/source.ts';
import { helperNames } from '../helpers/index.ts';
import { operationCode } from './operationCode.ts';

/** The function `network`, from what the preparation gives to the raw output of each target. */
export function networkCode(source: Source, network: Network, hasCodes: boolean): string {
  const name = createNames([...helperNames, 'weights', 'features', 'codes']);
  const names = new Map<NetworkValue, string>();
  const scope = { source, value: (value: NetworkValue) => names.get(value)! };
  const lines: string[] = [];
  for (const { operation, output } of network.steps) {
    const expression = operationCode(scope, operation, output);
    names.set(output, operation.kind === 'features' ? expression : name(output.name));
    if (operation.kind !== 'features') lines.push(`  const ${names.get(output)} = ${expression};`);
  }
  const outputs = Object.entries(network.outputs).map(([target, value]) => {
    const [key, own] = [keyText(target), names.get(value)!];
    return key === own ? key : `${key}: ${own}`;
  });
  const features = network.steps.some(({ operation }) => operation.kind === 'features')
    ? 'features'
    : '_features';
  const codes = hasCodes ? ', codes: readonly number[]' : '';
  return `/** The raw outputs of one net for a prepared row. */
function network(weights: Weights, ${features}: Vector${codes}) {
${lines.join('\n')}
  return { ${outputs.join(', ')} };
}`;
}

/** The function that names the parts of a net's weights, and the nets themselves, in base64. */
export function weightsCode(
  source: Source,
  { tensors }: Network,
  nets: readonly Readonly<Record<string, ArrayLike<number>>>[],
): string {
  const { isDouble } = source;
  const array = isDouble ? 'Float64Array' : 'Float32Array';
  const parts = tensors.map(({ name, shape }) => `    ${keyText(name)}: next(${shape.join(' * ') || 1}),`);
  const data = nets.map(
    (own) =>
      `  "${packed(
        tensors.map(({ name }) => own[name]),
        isDouble,
      )}",`,
  );
  return `/** Weights by name, as views of one block; matrices are [inputs, outputs], row by row. */
function named(block: ${array}) {
  let end = 0;
  const next = (length: number) => block.subarray(end, (end += length));
  return {
${parts.join('\n')}
  };
}
type Weights = ReturnType<typeof named>;

/** The weights of each net (${isDouble ? 'float64' : 'float32'}, base64). */
const nets = [
${data.join('\n')}
].map((base64) => named(new ${array}(${source.helper('bytes')}(base64))));`;
}

function packed(tensors: readonly ArrayLike<number>[], isDouble: boolean): string {
  const length = tensors.reduce((sum, tensor) => sum + tensor.length, 0);
  const block = isDouble ? new Float64Array(length) : new Float32Array(length);
  let end = 0;
  for (const tensor of tensors) {
    block.set(tensor, end);
    end += tensor.length;
  }
  return base64(new Uint8Array(block.buffer));
}

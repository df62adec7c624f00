import { didYouMean } from '../../suggest.ts';
import type { Tensor } from '../graph/tensor.ts';
import type { Operand } from '../ops/build/index.ts';
import type { ElementwiseName } from '../ops/build/elementwise.ts';
import { elementwiseOps } from '../ops/table.ts';
import { formulaFunctions, tensor } from './formulaFunctions.ts';
import { type Formula, parseFormula } from './parseFormula.ts';
import { refuseFormula } from './refuseFormula.ts';

/** Known in every formula, unless a name given for it says otherwise. */
const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/**
 * The tensor that a formula makes of named ones: `formula('0.5 * (y - t)^2', { y, t })`. It is read, never evaluated as code, so
 * a recipe from a stranger may hold it. Throws a `NeumannError('formula', ...)` with the place of what is wrong.
 */
export function formula(text: string, names: Readonly<Record<string, Operand>>): Tensor {
  return tensor(assemble(text, parseFormula(text), names));
}

function assemble(text: string, node: Formula, names: Readonly<Record<string, Operand>>): Operand {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'name') return valueOf(text, node, names);
  const called = formulaFunctions.get(node.name) ?? unknown(text, node, 'function', formulaFunctions.keys());
  if (called.inputs !== node.inputs.length) {
    const takes = `${called.inputs} ${called.inputs === 1 ? 'value' : 'values'}`;
    refuseFormula(text, node.position, `'${node.name}' takes ${takes}, not ${node.inputs.length}`);
  }
  const inputs = node.inputs.map((input) => assemble(text, input, names));
  return folded(node.name, inputs) ?? called.build(...inputs);
}

/** Of numbers alone, the operation's meaning is a number: `2/3 * x` holds one constant. */
function folded(name: string, inputs: readonly Operand[]): number | undefined {
  if (!Object.hasOwn(elementwiseOps, name) || !inputs.every((input) => typeof input === 'number'))
    return undefined;
  return elementwiseOps[name as ElementwiseName].meaning(...inputs);
}

function valueOf(
  text: string,
  node: Formula & { kind: 'name' },
  names: Readonly<Record<string, Operand>>,
): Operand {
  if (Object.hasOwn(names, node.name)) return names[node.name];
  if (Object.hasOwn(constants, node.name)) return constants[node.name];
  return unknown(text, node, 'name', [...Object.keys(names), ...Object.keys(constants)]);
}

function unknown(
  text: string,
  node: { name: string; position: number },
  what: string,
  known: Iterable<string>,
): never {
  const all = [...known];
  const near = didYouMean(node.name, all);
  const hint = near
    ? `did you mean '${near}'?`
    : `there ${all.length === 1 ? 'is' : 'are'} ${all.join(', ')}`;
  refuseFormula(text, node.position, `there is no ${what} '${node.name}'; ${hint}`);
}

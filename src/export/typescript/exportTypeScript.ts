import type { Model } from '../../train/index.ts';
import { lowerNetwork } from '../network/lowerNetwork.ts';
import { outputForms } from '../network/outputForm.ts';
import { isDouble, weightsOf } from '../network/weights.ts';
import { foldLines } from './code/foldLines.ts';
import { inComment } from './code/literals.ts';
import { createSource } from './code/source.ts';
import { preparationCode } from './columns/preparationCode.ts';
import { networkCode, weightsCode } from './net/networkCode.ts';
import { predictCode, targetCode } from './net/predictionCode.ts';

/**
 * A model as one TypeScript file without dependencies: weights and fitted preparation inside, `predict(row)` and
 * `predictAll(rows)` outside, with the row's type made from the columns and the classes as a union type. It holds only the code
 * that this model needs, and its predictions are those of `model.predict` (of `predictEach` where there are several targets)
 * but for rounding in exponentials and their kin.
 * @throws NeumannError where the model holds layers or activations of one's own that are no functions of single numbers
 */
export function exportTypeScript(model: Model): string {
  const source = createSource(isDouble(model));
  const { nets, fitted } = model.parts;
  const preparation = preparationCode(source, fitted.preparation.toJSON().steps);
  const network = lowerNetwork(model.plan);
  const targets = outputForms(model).map((form) => targetCode(source, form, nets.length));
  const net = networkCode(source, network, preparation.hasCodes);
  const weights = weightsCode(source, network, weightsOf(model, network));
  const sections = [
    header(model),
    preparation.row,
    ...targets.flatMap(({ declarations }) => declarations),
    predictCode(targets, nets.length, preparation.hasCodes),
    preparation.prepare,
    net,
    ...source.functions,
    source.isDouble ? float64 : float32,
    ...source.helpers(),
    ...source.constants,
    weights,
  ];
  return `${foldLines(sections.join('\n\n'))}\n`;
}

/**
 * How the net's numbers are held: as in training, so that its sums and products have the same bits, and with activations such as
 * relu its raw outputs too.
 */
const float32 = `type Vector = Float32Array;
const Vector = Float32Array;
const round = Math.fround;
type Numbers = ArrayLike<number>;`;
const float64 = `type Vector = Float64Array;
const Vector = Float64Array;
const round = (x: number) => x;
type Numbers = ArrayLike<number>;`;

function header({ targets, parts }: Model): string {
  return `/**
 * Predicts ${targets.map(inComment).join(', ')} from a row of a table. Written by \`neumann export\` from a trained model: train again rather than edit.
 *
 * Learned from the table with SHA-256 ${parts.dataSha256}.
 */`;
}

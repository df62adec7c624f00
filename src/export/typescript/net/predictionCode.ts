import type { Link } from '../../../nn/define.ts';
import type { ClassForm, NumberForm, OutputForm } from '../../network/outputForm.ts';
import { capitalised } from '../code/names.ts';
import { inComment, keyText, listText, memberText, quoted } from '../code/literals.ts';
import { constantText, type Source } from '../code/source.ts';
import { unscaledCode } from '../columns/scalingCode.ts';

/** What a file holds for one target. */
export interface TargetCode {
  readonly target: string;
  /** Declarations of its classes. */
  readonly declarations: readonly string[];
  /** The type of its predictions, as the members of an object type. */
  readonly members: readonly string[];
  /** Expression of its prediction; `outputs` are the raw outputs of the net, or of the nets. */
  readonly prediction: string;
}

/** Expressions of a link's values: of a number, and of a vector. */
const links: Readonly<
  Record<Link, { number(source: Source, x: string): string; vector(source: Source, x: string): string }>
> = {
  identity: { number: (_source, x) => x, vector: (_source, x) => `Float64Array.from(${x})` },
  sigmoid: {
    number: (source, x) => `${source.helper('logistic')}(${x})`,
    vector: (source, x) => `Float64Array.from(${x}, ${source.helper('logistic')})`,
  },
  exp: {
    number: (_source, x) => `Math.exp(${x})`,
    vector: (_source, x) => `Float64Array.from(${x}, Math.exp)`,
  },
  softmax: { number: () => '1', vector: (source, x) => `${source.helper('softmax')}(${x})` },
};

export function targetCode(source: Source, form: OutputForm, nets: number): TargetCode {
  return form.kind === 'classes' ? classCode(source, form, nets) : numberCode(source, form, nets);
}

function classCode(source: Source, { target, classes, link, units }: ClassForm, nets: number): TargetCode {
  const list = source.name(`${target} classes`);
  const type = capitalised(source.name(`${target} class`));
  const ofRaw = (raw: string): string => {
    if (units === 'second') return `${source.helper('pair')}(${links[link].number(source, `${raw}[0]!`)})`;
    const values = links[link].vector(source, raw);
    return link === 'softmax' ? values : `${source.helper('shares')}(${values})`;
  };
  const probabilities = overNets(source, nets, target, ofRaw, 'meanVector');
  return {
    target,
    declarations: [
      `/** The classes of ${inComment(target)}. */\n${constantText(`export const ${list} = ${listText(classes.map(quoted))} as const;`)}`,
      `export type ${type} = (typeof ${list})[number];`,
    ],
    members: [
      'task: "classification";',
      `target: ${quoted(target)};`,
      '/** The most probable class. */',
      `class: ${type};`,
      `probabilities: Record<${type}, number>;`,
    ],
    prediction: `${source.helper('classified')}(${quoted(target)}, ${list}, ${probabilities})`,
  };
}

function numberCode(source: Source, { target, link, scaling }: NumberForm, nets: number): TargetCode {
  const ofRaw = (raw: string): string => unscaledCode(scaling, links[link].number(source, `${raw}[0]!`));
  const value = overNets(source, nets, target, ofRaw, 'mean');
  return {
    target,
    declarations: [],
    members: [
      'task: "regression";',
      `target: ${quoted(target)};`,
      "/** In the target's own unit. */",
      'value: number;',
    ],
    prediction: `{ task: "regression", target: ${quoted(target)}, value: ${value} }`,
  };
}

/** The expression of one net's value, or the mean over several. */
function overNets(
  source: Source,
  nets: number,
  target: string,
  ofRaw: (raw: string) => string,
  mean: 'mean' | 'meanVector',
): string {
  if (nets === 1) return ofRaw(memberText('outputs', target));
  return `${source.helper(mean)}(outputs.map((each) => ${ofRaw(memberText('each', target))}))`;
}

/** `Prediction`, `predict` and `predictAll`; several targets stand side by side, by name. */
export function predictCode(targets: readonly TargetCode[], nets: number, hasCodes: boolean): string {
  const single = targets.length === 1 ? targets[0] : undefined;
  const members = single
    ? single.members
    : targets.flatMap(({ target, members: own }) => [
        `${keyText(target)}: {`,
        ...own.map((line) => `  ${line}`),
        '};',
      ]);
  const prediction = single
    ? single.prediction
    : `{\n${targets.map(({ target, prediction: own }) => `    ${keyText(target)}: ${own},`).join('\n')}\n  }`;
  const input = hasCodes ? 'input.features, input.codes' : 'input';
  const outputs =
    nets === 1 ? `network(nets[0]!, ${input})` : `nets.map((weights) => network(weights, ${input}))`;
  return `export interface Prediction {
${members.map((line) => `  ${line}`).join('\n')}
}

/** What the model says of a row. */
export function predict(row: Row): Prediction {
  const input = prepare(row);
  const outputs = ${outputs};
  return ${prediction};
}

/** What the model says of each of many rows. */
export function predictAll(rows: readonly Row[]): Prediction[] {
  return rows.map(predict);
}`;
}

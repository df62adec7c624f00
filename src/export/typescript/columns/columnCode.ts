import type { ColumnStep } from '../../../data/prepare/index.ts';
import { memberText, numberText } from '../code/literals.ts';
import type { Source } from '../code/source.ts';
import { categoryCode } from './categoryCode.ts';
import type { ColumnCode } from './columnTypes.ts';
import { datePartCode } from './datePartCode.ts';
import { scaledCode } from './scalingCode.ts';

type Kind = ColumnStep['step'];
type StepOf<Own extends Kind> = Extract<ColumnStep, { readonly step: Own }>;
type StepCode<Own extends Kind> = (
  source: Source,
  step: StepOf<Own>,
  value: string,
) => Omit<ColumnCode, 'column'>;

/** Every kind of step; `value` is the expression of the row's value. */
const codes: { readonly [Own in Kind]: StepCode<Own> } = {
  number(source, { fill, indicator, scaling }, value) {
    const known = `${source.helper('number')}(${value}, ${numberText(fill)})`;
    const missing = indicator ? [`${source.helper('missing')}(${value})`] : [];
    return {
      type: 'number',
      before: [],
      features: [scaledCode(source, scaling, known), ...missing],
      code: null,
    };
  },

  date(source, { column, fill, indicator, parts }, value) {
    const date = source.name(column);
    const missing = indicator ? [`${source.helper('untimed')}(${value})`] : [];
    const features = parts.map(({ part, scaling }) => scaledCode(source, scaling, datePartCode[part](date)));
    return {
      type: 'Date | number | string',
      before: [`const ${date} = ${source.helper('time')}(${value}, ${numberText(fill)});`],
      features: [...features, ...missing],
      code: null,
    };
  },

  category: categoryCode,
};

export function columnCode<Own extends Kind>(source: Source, step: StepOf<Own>): ColumnCode {
  const { column } = step;
  const own = (codes[step.step as Own] as StepCode<Own>)(source, step, memberText('row', column));
  return { column, ...own };
}

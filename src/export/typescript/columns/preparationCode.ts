import type { ColumnStep } from '../../../data/prepare/index.ts';
import { keyText } from '../code/literals.ts';
import type { Source } from '../code/source.ts';
import { columnCode } from './columnCode.ts';

export interface PreparationCode {
  /** The type of a row. */
  readonly row: string;
  /** The function `prepare`. */
  readonly prepare: string;
  /** Whether some categories have learned vectors. */
  readonly hasCodes: boolean;
}

/** The fitted preparation as code. */
export function preparationCode(source: Source, steps: readonly ColumnStep[]): PreparationCode {
  const columns = steps.map((step) => columnCode(source, step));
  const members = columns.map(({ column, type }) => `  ${keyText(column)}?: ${type} | null;`);
  const codes = columns.flatMap(({ code }) => code ?? []);
  const hasCodes = codes.length > 0;
  const before = columns.flatMap((column) => column.before.map((line) => `  ${line}\n`)).join('');
  const features = columns
    .flatMap((column) => column.features.map((feature) => `    ${feature},\n`))
    .join('');
  const vector = `Vector.from(values, ${source.helper('limited')})`;
  return {
    hasCodes,
    row: `/** A row of the table. A value that is not known is null, or left out. */
export interface Row {
${members.join('\n')}
}`,
    prepare: `/** A row as the numbers that the nets take. */
function prepare(row: Row) {
${before}  const values: number[] = [
${features}  ];
  return ${hasCodes ? `{ features: ${vector}, codes: [${codes.join(', ')}] }` : vector};
}`,
  };
}

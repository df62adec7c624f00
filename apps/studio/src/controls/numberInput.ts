import type { FieldSpec } from '../catalogue/index.ts';
import { numberText } from '../charts/numberText.ts';
import type { Words } from '../words/index.ts';
import { decimalSign } from '../words/localised.ts';
import type { Scale } from './scales.ts';

/** A number as a person typed it: a comma will do for a point, and a percent sign is passed over. Undefined where it is none. */
export function readNumber(text: string, percent = false): number | undefined {
  const plain = text.trim().replace(/\s*%$/, '').replace('−', '-').replace(',', '.');
  if (plain === '' || !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return percent ? Number((value / 100).toPrecision(12)) : value;
}

/** As it stands in the field, to be read and typed over. */
export function typedText(value: number, percent = false): string {
  const shown = percent ? Number((value * 100).toPrecision(12)) : value;
  const text =
    Math.abs(shown) > 0 && Math.abs(shown) < 1e-4 ? shown.toExponential().replace('e+', 'e') : String(shown);
  return text.replace('.', decimalSign());
}

/** As it is said in a sentence. */
export function saidText(value: number, percent = false): string {
  return percent ? `${numberText(value * 100)} %` : numberText(value);
}

/** What is wrong with a number in this field; undefined where nothing is. */
export function numberProblem(
  value: number | undefined,
  { type, minimum, maximum, above, below }: FieldSpec,
  words: Words['controls'],
  percent = false,
): string | undefined {
  if (value === undefined) return words.notANumber;
  const said = (bound: number) => saidText(bound, percent);
  if (type === 'integer' && !Number.isInteger(value)) return words.whole;
  if (minimum !== undefined && value < minimum) return words.atLeast(said(minimum));
  if (above !== undefined && value <= above) return words.above(said(above));
  if (maximum !== undefined && value > maximum) return words.atMost(said(maximum));
  if (below !== undefined && value >= below) return words.below(said(below));
  return undefined;
}

/** The usual range in words; undefined where the scale knows none. */
export function usualText(scale: Scale | undefined, words: Words['controls']): string | undefined {
  if (!scale?.usual) return undefined;
  const [from, to] = scale.usual;
  if (from === to) return words.usually(saidText(from, scale.percent));
  const low = scale.percent ? numberText(from * 100) : numberText(from);
  return words.usually(words.range(low, saidText(to, scale.percent)));
}

import type { FittedScaler } from '../scalers/index.ts';
import { readNumber, readNumbers, type ParseWord } from './readNumbers.ts';
import { LIMIT } from './remarks.ts';
import type { Encoder, Feature, Sink } from './step.ts';

/** One feature made of a number. */
export interface NumericFeature extends Feature {
  /** What of the number is scaled; the number itself, when left out. */
  readonly part?: (value: number) => number;
  readonly scaler: FittedScaler;
}

export interface NumericColumn {
  readonly column: string;
  readonly type: 'number' | 'date';
  readonly description: string;
  readonly parse: ParseWord;
  /** What stands for a missing value. */
  readonly fill: number;
  readonly features: readonly NumericFeature[];
  /** The feature that is 1 where the value is missing; null if there is none. */
  readonly indicator: Feature | null;
}

/** Encodes numbers, and dates as numbers: one or more scaled features, then perhaps a column of 0 and 1 for missing ones. */
export function numericEncoder({
  column,
  type,
  description,
  parse,
  fill,
  features,
  indicator,
}: NumericColumn): Encoder {
  function write(value: number, row: number, tableRow: number, sink: Sink): void {
    const missing = Number.isNaN(value);
    const known = missing ? fill : value;
    let at = row * sink.width + sink.at;
    for (const { part, scaler } of features) {
      const scaled = scaler.apply(part ? part(known) : known);
      if (Math.abs(scaled) > LIMIT) sink.remarks.beyond(column, sink.firstRow + tableRow);
      sink.features[at++] = Math.min(Math.max(scaled, -LIMIT), LIMIT);
    }
    if (indicator) sink.features[at] = missing ? 1 : 0;
  }

  return {
    column,
    type,
    description,
    features: indicator ? [...features, indicator] : features,
    embedding: null,
    encode(values, rows, sink) {
      const numbers = readNumbers(values, parse, sink.remarks, sink.firstRow);
      for (let i = 0; i < rows.length; i++) write(numbers[rows[i]], i, rows[i], sink);
    },
    encodeValue: (value, sink) => write(readNumber(column, value, parse, sink.remarks), 0, 0, sink),
  };
}

import { z } from 'zod';
import { NeumannError } from '../../../errors.ts';
import type { Column } from '../../table/table.ts';
import { numberOfWord } from '../steps/readNumbers.ts';
import { asNumberWord, readWords } from '../steps/readWords.ts';

/** The classes of a target, in order: class i has code i. `numeric` classes are numbers, written as JavaScript does. */
export const classTargetJson = z.strictObject({
  kind: z.literal('classes'),
  name: z.string(),
  numeric: z.boolean(),
  classes: z
    .array(z.string())
    .min(2)
    .refine((classes) => new Set(classes).size === classes.length, 'classes differ'),
});
export type ClassTargetJson = z.output<typeof classTargetJson>;

/** A target that is one of several classes. */
export interface ClassTarget {
  readonly kind: 'classes';
  readonly name: string;
  /** Numbers in their own order, words in that of the alphabet. */
  readonly classes: readonly string[];
  readonly numeric: boolean;
  /** The code of each row's class; -1 where it is missing, or is none of the classes. */
  encode(this: void, column: Column, rows: Int32Array): Int32Array;
  toJSON(this: void): ClassTargetJson;
}

/** @throws NeumannError where the rows have no class, or only one */
export function fitClassTarget(column: Column, rows: Int32Array): ClassTarget {
  const { codes, words } = readWords(column);
  const used = new Set<number>();
  for (let i = 0; i < rows.length; i++) used.add(codes[rows[i]]);
  used.delete(-1);
  const found = [...used].map((code) => words[code]);
  const classes = inOrder([...new Set(found)]);
  if (classes.length < 2) throw tooFewClasses(column.name, classes);
  return classTargetOf({ kind: 'classes', name: column.name, numeric: column.type === 'number', classes });
}

/** By number where all are numbers, else by alphabet. */
function inOrder(words: string[]): string[] {
  const areNumbers = words.every((word) => !Number.isNaN(numberOfWord(word)));
  return areNumbers ? words.sort((a, b) => numberOfWord(a) - numberOfWord(b)) : words.sort();
}

export function classTargetOf(json: ClassTargetJson): ClassTarget {
  const codeOf = new Map(json.classes.map((name, code) => [name, code]));
  const find = (word: string) =>
    codeOf.get(word) ?? codeOf.get(json.numeric ? asNumberWord(word) : word) ?? -1;
  return {
    ...json,
    encode(column, rows) {
      const { codes, words } = readWords(column);
      const codeOfWord = Int32Array.from(words, find);
      return rows.map((row) => (codes[row] < 0 ? -1 : codeOfWord[codes[row]]));
    },
    toJSON: () => json,
  };
}

function tooFewClasses(name: string, classes: readonly string[]): NeumannError {
  if (classes.length === 0)
    return new NeumannError(
      'target',
      `The target '${name}' is missing in all training rows; there is nothing to learn from.`,
    );
  return new NeumannError(
    'target',
    `The target '${name}' is '${classes[0]}' in all training rows; a classification needs at least two classes.`,
  );
}

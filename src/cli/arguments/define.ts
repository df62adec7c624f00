import type { Effects } from '../effects/effects.ts';

/** One option: `splitColumn` is written `--split-column` on the command line. */
export type Option =
  | { readonly kind: 'flag'; readonly summary: string }
  | {
      /** `texts` may be given several times, the others once. */
      readonly kind: 'text' | 'texts' | 'number' | 'integer';
      /** What the value is called in the help. */
      readonly value: string;
      readonly summary: string;
      readonly choices?: readonly string[];
    };

export interface Argument {
  readonly summary: string;
  readonly optional?: true;
}

export type Options = Readonly<Record<string, Option>>;
/** Arguments without a dash, in their order. */
export type Arguments = Readonly<Record<string, Argument>>;

interface KindValues {
  flag: boolean;
  text: string | undefined;
  texts: readonly string[];
  number: number | undefined;
  integer: number | undefined;
}

/** What a command gets: each argument and each option under its name. */
export type Values<A extends Arguments, O extends Options> = {
  readonly [Name in keyof A]: A[Name] extends { readonly optional: true } ? string | undefined : string;
} & { readonly [Name in keyof O]: KindValues[O[Name]['kind']] };

export interface Definition<A extends Arguments = Arguments, O extends Options = Options> {
  readonly name: string;
  readonly summary: string;
  readonly arguments: A;
  readonly options: O;
  readonly examples: readonly string[];
}

/** A command of the command line: what it takes, and what it does with it. Its result is the exit code, 0 when left out. */
export interface Command extends Definition {
  run(values: Readonly<Record<string, unknown>>, effects: Effects): Promise<number | void>;
}

export function defineCommand<const A extends Arguments, const O extends Options>(
  definition: Definition<A, O> & { run(values: Values<A, O>, effects: Effects): Promise<number | void> },
): Command {
  return definition as unknown as Command;
}

/** `splitColumn` as it is typed: `split-column`. */
export const flagName = (option: string): string =>
  option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

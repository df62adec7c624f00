import type { Message } from '../proto/messages.ts';

/** A whole number, or a list of them; other numbers and words by what they are marked as. */
export type AttributeValue =
  | { readonly i: number }
  | { readonly f: number }
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] };

/** Numbers of `AttributeProto.AttributeType`. */
const types: Readonly<Record<string, number>> = { f: 1, i: 2, floats: 6, ints: 7, strings: 8 };

export function attributesOf(
  attributes: Readonly<Record<string, AttributeValue>>,
): Message<'AttributeProto'>[] {
  return Object.entries(attributes).map(([name, value]) => ({
    name,
    ...value,
    type: types[Object.keys(value)[0]],
  }));
}

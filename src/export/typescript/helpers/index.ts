import { layers } from './layers.ts';
import { predicting } from './predicting.ts';
import { reading } from './reading.ts';
import { scaling } from './scaling.ts';

/** A function that an exported file may need: its text, and the others that it calls. */
interface Helper {
  readonly uses?: readonly string[];
  readonly code: string;
}

const helpers = { ...reading, ...scaling, ...layers, ...predicting };
export type HelperName = keyof typeof helpers;
export const helperNames = Object.keys(helpers) as HelperName[];

/** The texts of these functions and of all that they call, in the order of the list above. */
export function helperTexts(used: ReadonlySet<HelperName>): string[] {
  const needed = new Set<HelperName>();
  const need = (name: HelperName): void => {
    needed.add(name);
    const { uses = [] }: Helper = helpers[name];
    for (const other of uses) need(other as HelperName);
  };
  for (const name of used) need(name);
  return helperNames.filter((name) => needed.has(name)).map((name) => helpers[name].code.trim());
}

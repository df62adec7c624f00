import type { RecipeField } from '../../train/index.ts';
import { defineCommand } from '../arguments/define.ts';
import { NeumannError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import { colorsFor, type Colors } from '../effects/colors.ts';
import { jsonText } from '../format/json.ts';
import { wrap } from '../format/wrap.ts';
import { readRecipe } from '../training/recipeFlags.ts';

export const recipe = defineCommand({
  name: 'recipe',
  summary:
    'Lists the named recipes, or shows one in full: every choice of a run, as JSON. Save it to a file, change it, and train with --recipe FILE.',
  arguments: {
    name: { summary: 'a named recipe or a file; with --fields, a part of the recipe', optional: true },
  },
  options: {
    fields: { kind: 'flag', summary: 'say what each field does, what it may be, and what it is if left out' },
    schema: { kind: 'flag', summary: 'print the JSON schema, for an editor' },
  },
  examples: [
    'neumann recipe',
    'neumann recipe default > mine.json',
    'neumann recipe --fields optimizer',
    'neumann recipe --schema > recipe.schema.json',
  ],
  async run({ name, fields, schema }, effects) {
    const { stdout } = effects;
    const colors = colorsFor(stdout, effects);
    const { builtIn, parseRecipe, presets, recipeFields, recipeJsonSchema } =
      await import('../../train/index.ts');
    if (schema) return stdout.write(jsonText(recipeJsonSchema(builtIn)));
    const width = Math.min(stdout.columns - 1, 100);
    if (fields) return stdout.write(fieldsText(select(recipeFields(builtIn), name), width, colors));
    if (name === undefined) return stdout.write(presetsText(presets, width, colors));
    stdout.write(jsonText(parseRecipe(await readRecipe(name, effects), builtIn)));
  },
});

function presetsText(
  presets: readonly { readonly name: string; readonly summary: string }[],
  width: number,
  colors: Colors,
): string {
  const entries = presets.flatMap(({ name, summary }) => [
    `  ${colors.cyan(name)}`,
    ...wrap(summary, width - 6).map((line) => `      ${line}`),
  ]);
  const use = [
    'neumann recipe NAME shows one in full, neumann recipe --fields what each field does;',
    'neumann train TABLE --target COLUMN --recipe NAME trains by it.',
  ];
  return `${[...entries, '', ...use].join('\n')}\n`;
}

/** The fields at a path and below it; `optimizer(adam)` and `optimizer.beta1` are paths too. */
function select(fields: readonly RecipeField[], path: string | undefined): readonly RecipeField[] {
  if (path === undefined) return fields;
  const plain = (text: string) => text.replace(/\([^)]*\)/g, '');
  const within = (own: string) => own === path || own.startsWith(`${path}.`) || own.startsWith(`${path}(`);
  const found = fields.filter((field) => within(field.path) || within(plain(field.path)));
  if (found.length > 0) return found;
  const nearest = didYouMean(path, new Set(fields.flatMap((field) => prefixes(plain(field.path)))));
  const hint = nearest ? `did you mean ${nearest}?` : 'neumann recipe --fields lists them all.';
  throw new NeumannError('recipe', `A recipe has no field "${path}"; ${hint}`);
}

/** `optimizer`, `optimizer.beta1` */
const prefixes = (path: string): string[] =>
  path.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));

function fieldsText(fields: readonly RecipeField[], width: number, colors: Colors): string {
  const entries = fields.map(({ path, summary, allowed, default: usual }) => {
    const left = usual === undefined ? '' : ` Left out: ${JSON.stringify(usual)}.`;
    const text = `${summary} ${allowed[0].toUpperCase()}${allowed.slice(1)}.${left}`.trim();
    return [colors.cyan(path), ...wrap(text, width - 4).map((line) => `    ${line}`)].join('\n');
  });
  return `${entries.join('\n')}\n`;
}

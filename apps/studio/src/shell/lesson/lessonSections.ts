import { catalogue, dataFields, fieldsFor } from '../../catalogue/index.ts';
import type { Fields } from '../../catalogue/types.ts';
import type { LaterWords, Words } from '../../words/index.ts';

/** A part of the page whose controls a lesson can lock or hide, all together or one by one. */
export interface LessonSection {
  readonly path: string;
  readonly name: string;
  readonly controls: readonly { readonly path: string; readonly name: string }[];
}

/** The fields' own names, and those of what has none. */
type Names = Pick<Words, 'fields'> & Pick<LaterWords['dialogs']['lesson'], 'sections' | 'names'>;

/** All that there is with the choices in force, from the catalogue; `valueOf` says what stands at a path. */
export function lessonSections(names: Names, valueOf: (path: string) => unknown): readonly LessonSection[] {
  const { sections } = names;
  const named = (path: string) => nameOf(names, path);
  const recipe = Object.entries(catalogue.recipe).map(([section, spec]) => {
    const path = `recipe.${section}`;
    const fields = fieldsFor(spec, valueOf(path)) ?? {};
    return { path, name: named(path), controls: spec.list ? [] : controlsOf(fields, path, named) };
  });
  return [
    { path: 'data', name: sections.data, controls: controlsOf(dataControls, 'data', named) },
    ...recipe,
    { path: 'other', name: sections.other, controls: [] },
    { path: 'view', name: sections.view, controls: controlsOf(viewControls, 'view', named) },
  ];
}

/** What has panels of its own stands beside the fields. */
const dataControls: Fields = { dataset: {}, ...dataFields, features: {}, points: {} };
const viewControls: Fields = { pace: {}, parts: {}, discrete: {}, hyperplanes: {}, story: {} };

const controlsOf = (fields: Fields, path: string, named: (path: string) => string) =>
  Object.keys(fields).map((field) => ({ path: `${path}.${field}`, name: named(`${path}.${field}`) }));

function nameOf({ fields, sections, names }: Names, path: string): string {
  const known: Readonly<Record<string, string>> = { ...sections, ...fields, ...names };
  return known[path] ?? path;
}

import type { Plugin } from 'vite';
import { makeCatalogue } from './catalogue/makeCatalogue.ts';
import { makeTexts } from './catalogue/makeTexts.ts';

const modules: Readonly<Record<string, () => string>> = {
  'virtual:catalogue': () => exported('catalogue', makeCatalogue()),
  'virtual:catalogue/texts': () => exported('texts', makeTexts()),
};

/** Serves what the library's schema says as modules of plain data, so that the page knows every choice and loads no schema. */
export function catalogue(): Plugin {
  return {
    name: 'neumann:catalogue',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
  };
}

/** As a string for JSON.parse: engines read it faster than the same as code. */
function exported(name: string, value: unknown): string {
  return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

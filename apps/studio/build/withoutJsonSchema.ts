import { parseAst, type Plugin } from 'vite';

/**
 * Leaves zod's writer of JSON schemas out of the worker, which checks recipes and never describes them: zod's schemas all refer to it, so
 * that no bundler can tell. Seven kilobytes less, gzipped.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    transform: {
      filter: { id: /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ },
      handler: (code) => ({ code: sameNamesEmpty(code), map: null }),
    },
  };
}

/** A module that exports the same names, each a function that says it is not there. */
export function sameNamesEmpty(code: string): string {
  const names = parseAst(code).body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration, specifiers } = statement;
    const listed = specifiers.map(({ exported }) => ('name' in exported ? exported.name : exported.value));
    if (declaration?.type === 'FunctionDeclaration') return [declaration.id!.name, ...listed];
    if (declaration?.type !== 'VariableDeclaration') return listed;
    return [
      ...listed,
      ...declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : [])),
    ];
  });
  const leftOut =
    "const leftOut = () => () => { throw new Error('JSON schemas are left out of this build.'); };";
  return `${leftOut}\nexport { ${names.map((name) => `leftOut as ${name}`).join(', ')} };\n`;
}

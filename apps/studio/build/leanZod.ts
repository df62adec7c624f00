import { parseAst, type Plugin } from 'vite';

/**
 * Leaves out of the worker what its schemas never use of zod, but all of zod's refer to, so that no bundler can tell: the writer of JSON
 * Schemas (the worker checks recipes; `treeOf` describes them), the formats of texts, such as addresses and dates, and the care for values
 * that hold themselves (recipes come as JSON). Eleven kilobytes less, gzipped.
 */
export function leanZod(): Plugin[] {
  return [
    {
      name: 'without-json-schema',
      transform: {
        filter: { id: /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ },
        handler: (code) => ({ code: sameNamesEmpty(code), map: null }),
      },
    },
    {
      name: 'without-text-formats-and-cycles',
      transform: {
        filter: { id: /\/zod\/v4\/classic\/schemas\.js$/ },
        handler: (code) => ({ code: withoutCycles(withoutTextFormats(code)), map: null }),
      },
    },
  ];
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

/** `ZodString` without the methods that it has besides those of `_ZodString`. */
export function withoutTextFormats(code: string): string {
  for (const statement of parseAst(code).body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    if (declaration?.type !== 'VariableDeclaration') continue;
    const [{ id, init }] = declaration.declarations;
    if (id.type !== 'Identifier' || id.name !== 'ZodString' || init?.type !== 'CallExpression') continue;
    const [, made, methods] = init.arguments;
    if (methods?.type === 'ObjectExpression') return code.slice(0, made.end) + code.slice(methods.end);
  }
  throw new Error("zod's ZodString has no methods of its own where they were; look at build/leanZod.ts.");
}

/** Zod does without its memoizer where none is set, as in zod/mini. */
export function withoutCycles(code: string): string {
  for (const statement of parseAst(code).body)
    if (
      statement.type === 'FunctionDeclaration' &&
      statement.id?.name === '_ensureDefaultMemoizer' &&
      statement.body
    )
      return `${code.slice(0, statement.body.start)}{}${code.slice(statement.body.end)}`;
  throw new Error("zod's memoizer is not set where it was; look at build/leanZod.ts.");
}

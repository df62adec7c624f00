import { parseAst, type Plugin } from 'vite';

const leftOut = "{ throw new Error('This is left out of this build of zod; look at build/leanZod.ts.'); }";
const emptied = new Map([
  ['_ensureDefaultMemoizer', '{}'],
  ['intersection', leftOut],
  ['exactOptional', leftOut],
  ['_catch', leftOut],
]);

/**
 * Leaves out of the worker what its schemas never use of zod, but all of zod's refer to, so that no bundler can tell: the writer of JSON
 * Schemas (the worker checks recipes; `treeOf` describes them), the formats of texts, such as addresses and dates, and what `withoutUnused`
 * names (values that hold themselves: recipes come as JSON). Thirteen kilobytes less, gzipped.
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
      name: 'without-formats-and-unused',
      transform: {
        filter: { id: /\/zod\/v4\/classic\/schemas\.js$/ },
        handler: (code) => ({ code: withoutUnused(withoutTextFormats(code)), map: null }),
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

/**
 * Functions that no schema of ours calls, but each refers to, say that they are not there; none sets a memoizer, as in zod/mini; and
 * objects are read as where no code may be made from text, for the page's policy forbids it.
 */
export function withoutUnused(code: string): string {
  const parts = parseAst(code).body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'FunctionDeclaration' || !declaration.body) return [];
    const body = emptied.get(declaration.id!.name);
    return body === undefined ? [] : [{ start: declaration.body.start, end: declaration.body.end, body }];
  });
  const jit = 'core.$ZodObjectJIT.init(';
  if (parts.length !== emptied.size || !code.includes(jit))
    throw new Error("zod's schemas are not written as they were; look at build/leanZod.ts.");
  let lean = code;
  for (const { start, end, body } of parts.toReversed()) lean = lean.slice(0, start) + body + lean.slice(end);
  return lean.replace(jit, 'core.$ZodObject.init(');
}

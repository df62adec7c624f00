import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

/**
 * Writes the command to `folder` as a few files in place of the compiler's many: opening hundreds of modules takes longer than all
 * else before the first step of a training. What is imported lazily stays in files of its own; the package's doors are untouched.
 * @param programs the command's first file, and every file that it starts by its path, in a process or worker of its own: found at
 *   `new URL('./name.js', import.meta.url)`
 */
export async function bundleCommand(programs: string[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    input: programs,
    platform: 'node',
    logLevel: 'warn',
    external: ['koffi', /^hyparquet/],
    plugins: [{ name: 'lean-builtins', renderChunk: withLeanBuiltins }],
  });
  // All in one folder, as deep as src/cli: from there the command finds its package.json.
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
}

/**
 * Takes Node's own modules by `getBuiltinModule` in place of importing them. An import reads every name that a module exports, and some load more when they are read:
 * streams in `node:fs`, web cryptography in `node:crypto`. Saves a twentieth of the time to the first step, and a seventh of `neumann --version`.
 */
function withLeanBuiltins(code: string): string {
  const lean = code.replace(
    /^import (?:\{(.*)\}|(?:\* as )?(\w+)) from ("node:[\w/]+");$/gm,
    (_, names: string | undefined, whole: string | undefined, module: string) => {
      const taken = whole ?? `{${names!.replaceAll(' as ', ': ')}}`;
      return `const ${taken} = globalThis.process.getBuiltinModule(${module});`;
    },
  );
  const missed = /^import .*from ["']node:.*$/m.exec(lean);
  if (missed) throw new Error(`bundleCommand.ts does not know this form of import: ${missed[0]}`);
  return lean;
}

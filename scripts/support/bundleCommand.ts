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
 * To import one of Node's own modules runs all that it would otherwise load when asked for (streams with `node:fs`, web cryptography with `node:crypto`),
 * for the names of a module must be known: a tenth of the time to the first step. Taken by `getBuiltinModule` it stays as it is.
 */
function withLeanBuiltins(code: string): string {
  return code.replace(
    /^import (?:\{(.*)\}|(?:\* as )?(\w+)) from ("node:[\w/]+");$/gm,
    (_, names: string | undefined, whole: string | undefined, module: string) => {
      const taken = whole ?? `{${names!.replaceAll(' as ', ': ')}}`;
      return `const ${taken} = globalThis.process.getBuiltinModule(${module});`;
    },
  );
}

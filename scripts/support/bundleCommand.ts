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

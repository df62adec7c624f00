import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const app = fileURLToPath(new URL('../../../apps/studio', import.meta.url));

/** Builds the studio as it is now; `single` as one page. Vite belongs to the app's own packages. */
export async function buildStudio(folder: string, { single = false } = {}): Promise<void> {
  const vite = import.meta.resolve('vite', pathToFileURL(join(app, 'vite.config.ts')).href);
  const { build } = (await import(vite)) as { build: (options: object) => Promise<unknown> };
  // As it is built to be used, not with what Svelte has for tests.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(app, single ? 'vite.single.config.ts' : 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}

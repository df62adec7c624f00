import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sirv from 'sirv';

const app = fileURLToPath(new URL('../../../apps/studio', import.meta.url));

export interface StudioSite {
  readonly address: string;
  /** Path of the worker's script, from the root of the site. */
  readonly worker: string;
  close(): Promise<void>;
}

/** The studio as it is now, built into a folder of its own and served as a page of its own origin. */
export async function studioSite(): Promise<StudioSite> {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-studio-'));
  await buildStudio(folder);
  const files = sirv(folder, {
    setHeaders(response) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    },
  });
  const server = createServer((request, response) => files(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const worker = readdirSync(join(folder, 'assets')).find((name) => name.startsWith('lane.worker'))!;
  return {
    address: `http://127.0.0.1:${port}`,
    worker: `/assets/${worker}`,
    async close() {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

/** Vite belongs to the app's own packages. */
async function buildStudio(folder: string): Promise<void> {
  const { build } = (await import(viteOfTheApp())) as {
    build: (options: object) => Promise<unknown>;
  };
  await build({
    configFile: join(app, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}

function viteOfTheApp(): string {
  return import.meta.resolve('vite', pathToFileURL(join(app, 'vite.config.ts')).href);
}

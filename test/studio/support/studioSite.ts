import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStudio } from './buildStudio.ts';
import { studioServer } from '../../../src/cli/studio/studioServer.ts';

export interface StudioSite {
  readonly address: string;
  /** Where the site lies. */
  readonly folder: string;
  /** Path of the worker's script, from the root of the site. */
  readonly worker: string;
  close(): Promise<void>;
}

/** The studio as it is now, built into a folder of its own and served as `neumann studio` does, with its headers. */
export async function studioSite(): Promise<StudioSite> {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-studio-'));
  await buildStudio(folder);
  const server = await studioServer(folder, { port: 0 });
  const worker = readdirSync(join(folder, 'assets')).find((name) => name.startsWith('lane.worker'))!;
  return {
    address: server.address.slice(0, -1),
    folder,
    worker: `/assets/${worker}`,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

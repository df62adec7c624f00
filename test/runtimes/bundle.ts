import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * The golden runs as one script that leaves their hashes, a Promise, in `globalThis.golden`: what every runtime below is given. Returns the
 * folder it is in and its path.
 */
export async function bundleGolden(): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-golden-'));
  const file = join(folder, 'golden.js');
  const entry = fileURLToPath(new URL('entry.ts', import.meta.url));
  const bundle = await rolldown({ input: entry, platform: 'browser', logLevel: 'warn' });
  await bundle.write({ file, format: 'iife' });
  await bundle.close();
  return { folder, file };
}

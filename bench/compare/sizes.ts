import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { sizeLine, type Line } from './lines.ts';

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
}

/** The package as npm would send it, and the front door as a web page would load it: minified, alone and compressed. */
export async function sizesOf(now: string, before: string): Promise<Line[]> {
  const [packedNow, packedBefore] = [packed(now), packed(before)];
  const [bundleNow, bundleBefore] = [await bundle(now), await bundle(before)];
  return [
    sizeLine('package, packed', packedBefore.size, packedNow.size),
    sizeLine('package, unpacked', packedBefore.unpackedSize, packedNow.unpackedSize),
    sizeLine('browser bundle, minified', bundleBefore.length, bundleNow.length),
    sizeLine(
      'browser bundle, minified and gzipped',
      gzipSync(bundleBefore).length,
      gzipSync(bundleNow).length,
    ),
  ];
}

function packed(root: string): Packed {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [first] = Object.values(JSON.parse(stdout) as Record<string, Packed>);
  return first;
}

async function bundle(root: string): Promise<Buffer> {
  const input = join(root, 'dist', 'index.js');
  const build = await rolldown({ input, cwd: root, platform: 'browser', logLevel: 'silent' });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return Buffer.from(output.map((part) => (part.type === 'chunk' ? part.code : '')).join(''));
}

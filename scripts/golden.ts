/**
 * Writes test/runtimes/golden.json anew, and says which hashes changed. Whoever runs it changes everyone's results: raise the version of the
 * numerics with it, and say why.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenHashes } from '../src/testing/golden/goldenHashes.ts';
import { root } from './support/run.ts';

const file = join(root, 'test/runtimes/golden.json');
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
const hashes = await goldenHashes();
writeFileSync(file, `${JSON.stringify(hashes, null, 2)}\n`);
const names = [...new Set([...Object.keys(before), ...Object.keys(hashes)])];
const changed = names.filter((name) => before[name] !== hashes[name]);
console.log(changed.length === 0 ? 'nothing changed' : `changed: ${changed.join(', ')}`);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCaseFile, writeCaseFile } from './caseFile.ts';

it('gives contestants the numbers it was given, whatever their types and lengths', () => {
  const folder = mkdtempSync(join(tmpdir(), 'neumann-case-'));
  const arrays = {
    masks: Uint8Array.of(1, 0, 1),
    weights: Float32Array.of(0.1, -2, 3e-20),
    targets: Int32Array.of(7),
    none: new Float32Array(0),
  };
  const settings = { sizes: [2, 1], hidden: 'tanh' };
  writeCaseFile({ folder, settings, arrays });
  expect(readCaseFile(folder)).toEqual({ folder, settings, arrays });
  rmSync(folder, { recursive: true });
});

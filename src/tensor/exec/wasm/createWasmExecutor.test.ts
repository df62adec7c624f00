import { describe, it } from 'vitest';
import { checkOps } from '../../../testing/tensor/checkOps.ts';
import { createWasmExecutor } from './createWasmExecutor.ts';

describe('every executor', () => {
  for (const check of checkOps(createWasmExecutor())) it(check.name, check.run);
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { inMemory, openScratchFile, type Place, spreadOver } from './scratchFile.node.ts';

afterEach(() => void vi.unstubAllEnvs());

const page = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);
const full = (): never => {
  throw new Error('ENOSPC');
};

/** Pages 1, 2, 3, ... of four bytes, written and read again. */
function expectKept(scratch: ReturnType<typeof openScratchFile>): void {
  const offsets = [1, 2, 3].map((number) => scratch.write(page(number, 0, 0, number)));
  expect(offsets).toEqual([0, 4, 8]);
  for (const [at, offset] of offsets.entries()) {
    const into = new Uint8Array(4);
    scratch.read(offset, into);
    expect(into).toEqual(page(at + 1, 0, 0, at + 1));
  }
}

describe('the pages of a large table lie', () => {
  test('in a file', () => expectKept(openScratchFile('table.csv')));

  test.skipIf(process.platform !== 'linux')('elsewhere where no file can be made in the first folder', () => {
    vi.stubEnv('TMPDIR', '/proc');
    expectKept(openScratchFile('/proc/table.csv'));
  });

  test('in memory where no file can be made at all', () =>
    expectKept(spreadOver([full, full, () => inMemory('/tmp')])));

  test('partly elsewhere where the first place is full after some', () => {
    const small = (): Place => {
      const memory = inMemory('/tmp');
      return {
        ...memory,
        write: (bytes, offset) => (offset >= 8 ? full() : memory.write(bytes, offset)),
      };
    };
    expectKept(spreadOver([small, full, () => inMemory('/tmp')]));
  });

  test('nowhere where memory is short too, which is said', () => {
    const scratch = spreadOver([full, () => inMemory('/tmp', () => 1000)]);
    expect(() => scratch.write(page(1))).toThrow(
      'The table is too large for memory, and neither /tmp, where its columns are put aside, nor any other usual folder can be written to or has room left; free some space, or name another folder on a disk in TMPDIR.',
    );
    expect(() => scratch.write(page(1))).toThrow('The table is too large for memory');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NeumannError } from '../../errors.ts';
import { readSafetensors } from './readSafetensors.ts';
import { writeSafetensors } from './writeSafetensors.ts';

const file = {
  tensors: {
    'dense1.weight': { shape: [2, 3], data: Float32Array.of(1, -2, 0.5, NaN, Infinity, -0) },
    empty: { shape: [0, 4], data: new Float64Array(0) },
    codes: { shape: [3], data: Uint8Array.of(1, 2, 255) },
    steps: { shape: [], data: Int32Array.of(-7) },
    memory: { shape: [2], data: Float64Array.of(Math.PI, -1e300) },
  },
  metadata: { recipe: '{"contentSha256":"x"}', note: 'é 😀' },
};

test('what was written is read back, bit for bit', () => {
  expect(readSafetensors(writeSafetensors(file))).toEqual(file);
});

test('it is read from a Buffer too, which stays as it was', () => {
  const buffer = Buffer.from(writeSafetensors(file));
  expect(readSafetensors(buffer)).toEqual(file);
  expect(readSafetensors(buffer)).toEqual(file);
});

test('the header is one Python reads: its length first, tensors without gaps', () => {
  const bytes = writeSafetensors(file);
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  expect(length % 8).toBe(0);
  expect(header['dense1.weight']).toEqual({ dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] });
  expect(header.codes.data_offsets).toEqual([24, 27]);
});

test('a file cut anywhere or altered in any bit is refused in one sentence', () => {
  const bytes = writeSafetensors(file);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), (length) => {
      expect(() => readSafetensors(bytes.slice(0, length))).toThrow(NeumannError);
    }),
  );
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const altered = bytes.slice();
      altered[at] ^= 1 << bit;
      expect(() => readSafetensors(altered)).toThrow(NeumannError);
    }),
  );
});

test('a cut file is called cut, an altered one altered, a foreign one foreign', () => {
  const bytes = writeSafetensors(file);
  const altered = bytes.slice();
  altered[altered.length - 1] ^= 1;
  expect(() => readSafetensors(bytes.slice(0, -5), 'm.safetensors')).toThrow(
    'm.safetensors is cut short: 5 bytes are missing at its end.',
  );
  expect(() => readSafetensors(altered, 'm')).toThrow('m was altered: its content does not match');
  expect(() => readSafetensors(new TextEncoder().encode('<html>not a model</html>'), 'm')).toThrow(
    'm is not a safetensors file',
  );
});

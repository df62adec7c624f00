import { hash32, philox4x32 } from '../../../numeric/index.ts';
import { textAttribute } from '../attributes.ts';
import { inferRandom, random } from '../build/random.ts';
import { defineOp } from '../define.ts';
import { indices, sample } from '../samples.ts';

const key = indices([20, -7, 3, 1]);

export const randomOps = {
  random: defineOp({
    family: 'random',
    exact: true,
    infer: inferRandom,
    gradient: 'notDifferentiable',
    kernel: (node) => {
      const stream = hash32(textAttribute(node.attributes, 'stream'));
      const words = new Uint32Array(4);
      return ([[seedLow, seedHigh, step, slice]], output) => {
        for (let i = 0; i < output.length; i++) {
          if (i % 4 === 0) philox4x32(i >>> 2, stream, step, slice, seedLow, seedHigh, words);
          output[i] = (words[i & 3] >>> 8) * 2 ** -24;
        }
      };
    },
    samples: [1, 4, 7, 32].map((length) =>
      sample(`random [${length}]`, [key], (k) => random('dropout1', [length], k)),
    ),
  }),
};

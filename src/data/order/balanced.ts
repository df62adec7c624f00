import { z } from 'zod';
import { permutation } from '../../numeric/index.ts';
import { defineOrder } from './define.ts';
import { rowsByClass } from './rowsByClass.ts';

/**
 * An epoch has as many rows as the training part, shared equally by the classes: rows of small classes are visited several
 * times, those of large classes not all. Changes the distribution that is learnt: probabilities come out as if all classes
 * were equally frequent.
 */
export const balanced = defineOrder({
  name: 'balanced',
  summary: 'All classes are visited equally often; for tables where a rare class matters most.',
  options: z.strictObject({}),
  start(_options, context) {
    rowsByClass(context, 'balanced', new Int32Array(0));
    return { needsLosses: false, order: (epoch) => balancedEpoch(epoch) };

    function balancedEpoch(epoch: number): Int32Array {
      const { seed, rows } = context;
      const classes = rowsByClass(context, 'balanced', permutation(seed, 'order', epoch, rows));
      const drawn = new Int32Array(rows);
      const classOrder = permutation(seed, 'order classes', epoch, classes.length);
      for (let i = 0; i < rows; i++) {
        const sameClass = classes[classOrder[i % classes.length]];
        // A class that runs out begins again from its first row.
        drawn[i] = sameClass[Math.floor(i / classes.length) % sameClass.length];
      }
      return permutation(seed, 'order places', epoch, rows).map((place) => drawn[place]);
    }
  },
});

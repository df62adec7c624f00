import { z } from 'zod';
import { annealByCosine, annealByLine } from './anneal.ts';
import { defineSchedule } from './defineSchedule.ts';
import { cycleMomentum, maximumLearningRate, momentumBound } from './options.ts';

/** A stretch of the cycle, until the count `end`. */
interface Phase {
  readonly end: number;
  readonly learningRate: readonly [from: number, to: number];
  readonly momentum: readonly [from: number, to: number];
}

/** PyTorch's OneCycleLR; after the last count the rate stays at its end, where PyTorch refuses. */
export const oneCycle = defineSchedule({
  name: 'oneCycle',
  summary:
    'One climb to a high rate and one long descent far below the start, momentum going the other way (Smith 2018).',
  formula:
    'rise: maximum / startDivisor -> maximum over riseShare of the run; fall: -> maximum / startDivisor / endDivisor',
  unit: 'step',
  options: {
    maximumLearningRate,
    length: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe("Counts of the cycle (PyTorch's total_steps); null: the whole run."),
    riseShare: z
      .number()
      .min(0)
      .max(1)
      .default(0.3)
      .describe("Share of the cycle spent climbing (PyTorch's pct_start)."),
    anneal: z.enum(['cosine', 'linear']).default('cosine').describe('Shape of climb and descent.'),
    cycleMomentum,
    baseMomentum: momentumBound(0.85, 'lowest'),
    maximumMomentum: momentumBound(0.95, 'highest'),
    startDivisor: z
      .number()
      .positive()
      .default(25)
      .describe("The cycle starts at maximum / this (PyTorch's div_factor)."),
    endDivisor: z
      .number()
      .positive()
      .default(1e4)
      .describe("It ends at its start / this (PyTorch's final_div_factor)."),
    threePhases: z
      .boolean()
      .default(false)
      .describe('Climb, descend symmetrically, then fall to the end, as first published.'),
  },
  at(options, { baseLearningRate, baseMomentum, count, total }) {
    const length = options.length ?? total;
    const phases = phasesOf(options, options.maximumLearningRate ?? baseLearningRate, length);
    const index = phases.findIndex(({ end }) => Math.min(count, length - 1) <= end);
    const phase = phases[index];
    const start = index === 0 ? 0 : phases[index - 1].end;
    const way = phase.end === start ? 1 : Math.min((count - start) / (phase.end - start), 1);
    const anneal = options.anneal === 'cosine' ? annealByCosine : annealByLine;
    const learningRate = anneal(...phase.learningRate, way);
    if (!options.cycleMomentum || baseMomentum === undefined) return { learningRate };
    return { learningRate, momentum: anneal(...phase.momentum, way) };
  },
});

interface CycleOptions {
  readonly riseShare: number;
  readonly baseMomentum: number;
  readonly maximumMomentum: number;
  readonly startDivisor: number;
  readonly endDivisor: number;
  readonly threePhases: boolean;
}

function phasesOf(options: CycleOptions, top: number, length: number): Phase[] {
  const { baseMomentum: low, maximumMomentum: high } = options;
  const start = top / options.startDivisor;
  const end = start / options.endDivisor;
  const rise: Phase = {
    end: options.riseShare * length - 1,
    learningRate: [start, top],
    momentum: [high, low],
  };
  const last = length - 1;
  if (!options.threePhases) return [rise, { end: last, learningRate: [top, end], momentum: [low, high] }];
  return [
    rise,
    { end: 2 * options.riseShare * length - 2, learningRate: [top, start], momentum: [low, high] },
    { end: last, learningRate: [start, end], momentum: [high, high] },
  ];
}

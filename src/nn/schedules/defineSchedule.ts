import { z } from 'zod';
import type { ScheduleContext, ScheduleDefinition, ScheduleOptions } from '../define.ts';

export interface Rates {
  readonly learningRate: number;
  readonly momentum?: number;
}

/** Options of every schedule. */
function commonOptions(unit: 'epoch' | 'step') {
  return {
    unit: z
      .enum(['epoch', 'step'])
      .default(unit)
      .describe('What the schedule counts: epochs, or steps (updates).'),
    warmUp: z
      .int()
      .min(0)
      .default(0)
      .describe(
        'Counts over which the rate first climbs in a straight line to where the schedule starts; 0: none.',
      ),
    warmUpFactor: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .describe('Share of the starting rate that warm-up begins with.'),
  };
}
type CommonShape = ReturnType<typeof commonOptions>;
type Shape = Record<string, z.ZodType>;

interface ScheduleOf<Own extends Shape> {
  readonly name: string;
  readonly summary: string;
  readonly formula?: string;
  /** What it counts unless the recipe says otherwise. */
  readonly unit: 'epoch' | 'step';
  /** Its own options; `unit`, `warmUp` and `warmUpFactor` are added. */
  readonly options: Own;
  at(options: z.output<z.ZodObject<Own>> & ScheduleOptions, context: ScheduleContext): Rates;
}

export type Schedule<Own extends Shape> = ScheduleDefinition<z.output<z.ZodObject<Own>> & ScheduleOptions> & {
  readonly options: z.ZodObject<Own & CommonShape, z.core.$strict>;
};

/**
 * Adds to a schedule what all have: the unit it counts in, and a linear warm-up before it (PyTorch:
 * `SequentialLR([LinearLR(start_factor), schedule], [warmUp])`), after which it begins as if nothing had been before.
 */
export function defineSchedule<Own extends Shape>(schedule: ScheduleOf<Own>): Schedule<Own> {
  const at: Schedule<Own>['at'] = (options, context) => {
    const { warmUp, warmUpFactor } = options;
    const rates = schedule.at(options, afterWarmUp(context, warmUp));
    if (context.count >= warmUp) return rates;
    const share = warmUpFactor + ((1 - warmUpFactor) * context.count) / warmUp;
    return { ...rates, learningRate: share * rates.learningRate };
  };
  const options = z.strictObject({ ...schedule.options, ...commonOptions(schedule.unit) });
  return { ...schedule, options: options as unknown as Schedule<Own>['options'], at };
}

function afterWarmUp(context: ScheduleContext, warmUp: number): ScheduleContext {
  if (warmUp === 0) return context;
  return {
    ...context,
    count: Math.max(context.count - warmUp, 0),
    total: Math.max(context.total - warmUp, 1),
    history: context.history.slice(warmUp),
  };
}

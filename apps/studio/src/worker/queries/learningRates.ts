import { RateClock } from '../../../../../src/train/loop/rateClock.ts';
import type { Query } from './define.ts';

export interface LearningRates {
  /** The rate at places evenly spread over the run as it is planned. */
  readonly rates: Float32Array<ArrayBuffer>;
  /** Epochs that they span. */
  readonly epochs: number;
}

const PLACES = 160;

/** How the learning rate would go over the whole run, before it has begun; a plateau schedule sees nothing improve. */
export const learningRates: Query<null, LearningRates> = (_, { run: { live } }) => {
  const { recipe, things } = live.plan.setting;
  const { name, ...given } = recipe.schedule;
  const definition = things.schedules[name];
  const totalEpochs = Math.max(recipe.stopping.epochs, 1);
  const { stepsPerEpoch } = live.trainer;
  const totalSteps = totalEpochs * stepsPerEpoch;
  const clock = new RateClock(
    { definition, options: definition.options.parse(given) },
    { learningRate: recipe.optimizer.learningRate, totalEpochs, totalSteps },
  );
  const seen = Array.from({ length: totalEpochs }, () => 0);
  const rates = Float32Array.from({ length: PLACES }, (_one, place) => {
    const steps = Math.min(Math.floor((place / (PLACES - 1)) * totalSteps), totalSteps - 1);
    const epochs = Math.floor(steps / stepsPerEpoch);
    return clock.next({ steps, epochs, history: seen.slice(0, epochs) }).learningRate;
  });
  return { rates, epochs: totalEpochs };
};

import { binaryCrossEntropy } from './binaryCrossEntropy.ts';
import { binaryCrossEntropyOfProbabilities } from './binaryCrossEntropyOfProbabilities.ts';
import { cosineDistance } from './cosineDistance.ts';
import { cosineEmbedding } from './cosineEmbedding.ts';
import { crossEntropy } from './crossEntropy.ts';
import { custom } from './custom.ts';
import { gaussian } from './gaussian.ts';
import { hinge } from './hinge.ts';
import { hingeEmbedding } from './hingeEmbedding.ts';
import { huber } from './huber.ts';
import { kullbackLeibler } from './kullbackLeibler.ts';
import { meanAbsoluteError } from './meanAbsoluteError.ts';
import { meanSquaredError } from './meanSquaredError.ts';
import { multiMargin } from './multiMargin.ts';
import { negativeLogLikelihood } from './negativeLogLikelihood.ts';
import { poisson } from './poisson.ts';
import { smoothL1 } from './smoothL1.ts';
import { softCrossEntropy } from './softCrossEntropy.ts';
import { softMargin } from './softMargin.ts';
import { squaredHinge } from './squaredHinge.ts';

/** Every loss, by the name it has in a recipe. */
export const losses = {
  meanSquaredError,
  meanAbsoluteError,
  huber,
  smoothL1,
  poisson,
  gaussian,
  binaryCrossEntropy,
  binaryCrossEntropyOfProbabilities,
  crossEntropy,
  softCrossEntropy,
  negativeLogLikelihood,
  multiMargin,
  kullbackLeibler,
  hinge,
  squaredHinge,
  hingeEmbedding,
  softMargin,
  cosineDistance,
  cosineEmbedding,
  custom,
};

export type LossName = keyof typeof losses;

import { z } from 'zod';
import { dot } from '../../numeric/index.ts';
import { defineMinimizerOptimizer, type Minimizer, type MinimizerProblem, type Vector } from '../define.ts';
import { CurvatureHistory } from './curvatureHistory.ts';
import { learningRate } from './options.ts';
import { strongWolfe, type LinePoint } from './strongWolfe.ts';

const options = z.strictObject({
  learningRate: learningRate(1),
  maximumIterations: z.int().positive().default(20).describe('Moves in one step at most.'),
  maximumEvaluations: z
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe(
      'Evaluations of the loss in one step, after which no further move is begun; null: 5/4 of the moves.',
    ),
  toleranceGradient: z
    .number()
    .min(0)
    .default(1e-7)
    .describe('Stop when no element of the gradient is larger.'),
  toleranceChange: z
    .number()
    .min(0)
    .default(1e-9)
    .describe('Stop when neither loss nor any parameter changes by more.'),
  historySize: z.int().positive().default(100).describe('Moves that are remembered; usual: 5 to 100.'),
  lineSearch: z
    .enum(['none', 'strongWolfe'])
    .default('none')
    .describe(
      'How the length of a move is found: the learning rate as it is, or a search that makes sure of a good one.',
    ),
});
type LbfgsOptions = z.output<typeof options>;

/**
 * PyTorch's LBFGS (Liu and Nocedal 1989), move by move; its state carries over from step to step. Parameters and
 * gradients are of the executor's kind; what is remembered and computed from them is float64, so that a resumed run goes on
 * with the same bits. Where PyTorch would go on with a loss that is not
 * finite, the last move without a line search is taken back.
 */
export const lbfgs = defineMinimizerOptimizer({
  kind: 'minimizer',
  name: 'lbfgs',
  summary:
    'Learns the curvature from its own moves: few, large, sure steps on the whole table; unfit for small batches.',
  formula: 'w = w + t * d, d = -H * g by the two-loop recursion over the last moves and changes of gradient',
  options,
  start: (own) => new Lbfgs(own),
});

class Lbfgs implements Minimizer {
  readonly #options: LbfgsOptions;
  readonly #history: CurvatureHistory;
  /** Moves begun since the start. */
  #moves = 0;
  /** The last move is `#length` times `#direction`, made where the gradient was `#gradient`. */
  #length = 0;
  #direction: Vector = new Float64Array();
  #gradient: Vector = new Float64Array();

  constructor(own: LbfgsOptions) {
    this.#options = own;
    this.#history = new CurvatureHistory(own.historySize);
  }

  step(problem: MinimizerProblem, { learningRate: rate }: { readonly learningRate: number }) {
    const { maximumIterations, toleranceGradient, toleranceChange } = this.#options;
    const mostEvaluations = this.#options.maximumEvaluations ?? Math.floor((maximumIterations * 5) / 4);
    let here = evaluate(problem, 0);
    const { loss } = here;
    let evaluations = 1;
    if (!Number.isFinite(loss) || largest(here.gradient) <= toleranceGradient) return { loss, evaluations };

    for (let move = 1; move <= maximumIterations; move++) {
      this.#aim(here.gradient, rate);
      const start = { ...here, t: 0, slope: dot(here.gradient, this.#direction) };
      if (start.slope > -toleranceChange) break;
      const moved = this.#move(problem, start, move === maximumIterations);
      evaluations += moved.evaluations;
      here = moved.point;
      if (evaluations >= mostEvaluations || largest(here.gradient) <= toleranceGradient) break;
      if (Math.abs(this.#length) * largest(this.#direction) <= toleranceChange) break;
      if (Math.abs(here.loss - start.loss) < toleranceChange) break;
    }
    return { loss, evaluations };
  }

  /** Learns from the last move, and sets direction and first guess of the length of the next. */
  #aim(gradient: Vector, rate: number): void {
    const isFirst = this.#moves++ === 0;
    if (!isFirst) {
      const move = gradient.map((_, i) => this.#direction[i] * this.#length);
      this.#history.remember(
        move,
        gradient.map((value, i) => value - this.#gradient[i]),
      );
    }
    this.#direction = this.#history.direction(gradient);
    this.#gradient = gradient;
    this.#length = isFirst ? Math.min(1, 1 / sumOfSizes(gradient)) * rate : rate;
  }

  /** Moves the parameters; after the last move of a step without a line search nothing is evaluated (PyTorch). */
  #move(
    problem: MinimizerProblem,
    start: LinePoint,
    isLast: boolean,
  ): { point: LinePoint; evaluations: number } {
    const origin = Float64Array.from(problem.parameters);
    const place = (t: number) => placeAlong(problem.parameters, origin, t, this.#direction);
    const evaluateAt = (t: number) => {
      place(t);
      const point = evaluate(problem, t);
      return { ...point, slope: dot(point.gradient, this.#direction) };
    };
    if (this.#options.lineSearch === 'none') {
      if (!isLast) return this.#keepFinite(evaluateAt(this.#length), start, () => place(0));
      place(this.#length);
      return { point: start, evaluations: 0 };
    }
    const { toleranceChange } = this.#options;
    const search = { evaluateAt, start, directionSize: largest(this.#direction), toleranceChange };
    const found = strongWolfe(search, this.#length);
    this.#length = found.point.t;
    place(this.#length);
    return found;
  }

  /** The point reached; or back to the start, all learnt forgotten, where the loss is not finite. */
  #keepFinite(reached: LinePoint, start: LinePoint, takeBack: () => void) {
    if (Number.isFinite(reached.loss)) return { point: reached, evaluations: 1 };
    takeBack();
    this.#history.forget();
    this.#moves = 0;
    return { point: start, evaluations: 1 };
  }

  save() {
    const arrays = {
      direction: Float64Array.from(this.#direction),
      gradient: Float64Array.from(this.#gradient),
      ...this.#history.save(),
    };
    return { numbers: { moves: this.#moves, length: this.#length }, arrays };
  }

  restore({ numbers, arrays }: ReturnType<Minimizer['save']>): void {
    this.#moves = numbers.moves;
    this.#length = numbers.length;
    this.#direction = arrays.direction.slice();
    this.#gradient = arrays.gradient.slice();
    this.#history.restore(arrays);
  }
}

/** Loss (infinite where it is no number) and a copy of the gradient at the present parameters. */
function evaluate(problem: MinimizerProblem, t: number): LinePoint {
  const loss = problem.evaluate();
  return {
    t,
    loss: Number.isNaN(loss) ? Infinity : loss,
    slope: 0,
    gradient: Float64Array.from(problem.gradient),
  };
}

function placeAlong(parameters: Vector, origin: Vector, t: number, direction: Vector): void {
  for (let i = 0; i < parameters.length; i++) parameters[i] = origin[i] + t * direction[i];
}

function largest(values: Vector): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

function sumOfSizes(values: Vector): number {
  let total = 0;
  for (const value of values) total += Math.abs(value);
  return total;
}

import { dot } from '../../numeric/index.ts';
import type { Vector } from '../define.ts';

/** A move and the change of the gradient it brought. */
interface CurvaturePair {
  readonly move: Vector;
  readonly change: Vector;
  /** 1 / (change . move) */
  readonly inverse: number;
}

/** The latest moves and what they tell of the curvature: an inverse Hessian that is never written down. */
export class CurvatureHistory {
  readonly #most: number;
  readonly #pairs: CurvaturePair[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Remembers a move, unless the gradient did not grow along it (change . move <= 1e-10, PyTorch's bound). */
  remember(move: Vector, change: Vector): void {
    const product = dot(change, move);
    if (!(product > 1e-10)) return;
    if (this.#pairs.length === this.#most) this.#pairs.shift();
    this.#pairs.push({ move, change, inverse: 1 / product });
  }

  /** -H gradient by the two-loop recursion (Nocedal 1980); H starts from the latest curvature times the identity. */
  direction(gradient: Vector): Vector {
    const direction = gradient.map((value) => -value);
    const shares = this.#pairs.toReversed().map(({ move, change, inverse }) => {
      const share = dot(move, direction) * inverse;
      addScaled(direction, -share, change);
      return share;
    });
    const latest = this.#pairs.at(-1);
    if (latest) scale(direction, 1 / (latest.inverse * dot(latest.change, latest.change)));
    for (const { move, change, inverse } of this.#pairs) {
      addScaled(direction, shares.pop()! - dot(change, direction) * inverse, move);
    }
    return direction;
  }

  forget(): void {
    this.#pairs.length = 0;
  }

  save(): Record<string, Float64Array> {
    const named = this.#pairs.flatMap(({ move, change }, i) => [
      [`move${i}`, Float64Array.from(move)],
      [`change${i}`, Float64Array.from(change)],
    ]);
    return Object.fromEntries(named);
  }

  restore(saved: Readonly<Record<string, Float64Array>>): void {
    this.forget();
    for (let i = 0; saved[`move${i}`]; i++)
      this.remember(saved[`move${i}`].slice(), saved[`change${i}`].slice());
  }
}

/** a += factor * b */
function addScaled(a: Vector, factor: number, b: Vector): void {
  for (let i = 0; i < a.length; i++) a[i] += factor * b[i];
}

function scale(a: Vector, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] *= factor;
}

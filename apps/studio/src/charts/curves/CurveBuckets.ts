import type { EpochRow } from '../../run/contract.ts';
import { parts, valueOf, type CurveChoice } from './series.ts';

/** More points than a chart has columns of pixels would be drawn over each other. */
const MOST = 1024;

/** One part's curve: of each stretch of epochs the lowest and the highest value; NaN where there is none. */
interface ThinCurve {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * The curves of a run in stretches of equally many epochs, at most so many that drawing takes the same time however long the run is.
 * Rows that come behind those known are added; nothing is worked out twice.
 */
export class CurveBuckets {
  /** Stretches in use. */
  count = 0;
  /** The first epoch of each stretch. */
  readonly epochs = new Float64Array(MOST);
  /** By part, in the order of `parts`. */
  readonly curves: readonly ThinCurve[] = parts.map(() => ({
    low: new Float64Array(MOST),
    high: new Float64Array(MOST),
  }));
  #rows: readonly EpochRow[] = [];
  #choice: CurveChoice = { metric: 0, penalty: false };
  /** Rows in a stretch, and in the last one so far. */
  #stretch = 1;
  #filled = 1;

  update(rows: readonly EpochRow[], choice: CurveChoice): this {
    const goesOn = this.#isChosen(choice) && beginsWith(rows, this.#rows);
    if (!goesOn) this.#clear(choice);
    for (let row = goesOn ? this.#rows.length : 0; row < rows.length; row++) this.#add(rows[row]);
    this.#rows = rows;
    return this;
  }

  #isChosen({ metric, penalty }: CurveChoice): boolean {
    return metric === this.#choice.metric && penalty === this.#choice.penalty;
  }

  #clear(choice: CurveChoice): void {
    this.#choice = choice;
    this.count = 0;
    this.#stretch = this.#filled = 1;
  }

  #add(row: EpochRow): void {
    if (this.#filled === this.#stretch) this.#begin(row.epoch);
    const at = this.count - 1;
    this.curves.forEach(({ low, high }, part) => {
      const value = valueOf(row, parts[part], this.#choice);
      if (!Number.isFinite(value)) return;
      low[at] = least(low[at], value);
      high[at] = most(high[at], value);
    });
    this.#filled++;
  }

  #begin(epoch: number): void {
    if (this.count === MOST) this.#halve();
    const at = this.count++;
    this.epochs[at] = epoch;
    for (const { low, high } of this.curves) low[at] = high[at] = Number.NaN;
    this.#filled = 0;
  }

  /** Two stretches become one. */
  #halve(): void {
    this.count = MOST / 2;
    this.#stretch *= 2;
    for (let at = 0; at < this.count; at++) {
      this.epochs[at] = this.epochs[2 * at];
      for (const { low, high } of this.curves) {
        low[at] = least(low[2 * at], low[2 * at + 1]);
        high[at] = most(high[2 * at], high[2 * at + 1]);
      }
    }
  }
}

/** Of two numbers, where either may be none. */
const least = (a: number, b: number): number => (a <= b || Number.isNaN(b) ? a : b);
const most = (a: number, b: number): number => (a >= b || Number.isNaN(b) ? a : b);

/** Rows are only ever added behind, or thinned all along: so the ends tell. */
function beginsWith(rows: readonly EpochRow[], known: readonly EpochRow[]): boolean {
  const last = known.length - 1;
  return last < 0 || (known[0] === rows[0] && known[last] === rows[last]);
}

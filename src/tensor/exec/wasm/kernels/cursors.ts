import { type FunctionBuilder, type I32, i32, type Local } from '../emit/index.ts';
import type { Share } from './share.ts';

/**
 * Where the loops are: one running offset for each way of moving through memory. Accesses with the same strides share one,
 * and their addresses are constants added to it.
 */
export class Cursors {
  readonly #strides: (readonly number[])[] = [];

  /** The number of the cursor that moves so many bytes (or elements) along each axis. */
  register(strides: readonly number[]): number {
    const known = this.#strides.findIndex((other) => other.every((stride, axis) => stride === strides[axis]));
    return known >= 0 ? known : this.#strides.push(strides) - 1;
  }

  strides(cursor: number): readonly number[] {
    return this.#strides[cursor];
  }

  get count(): number {
    return this.#strides.length;
  }
}

/** The cursors at one depth of the loops. */
export class Position {
  readonly #cursors: Cursors;
  /** Undefined where a cursor has not moved yet. */
  readonly #offsets: (Local<'i32'> | undefined)[];

  constructor(cursors: Cursors, offsets: (Local<'i32'> | undefined)[] = []) {
    this.#cursors = cursors;
    this.#offsets = offsets;
  }

  offset(cursor: number): I32 {
    return this.#offsets[cursor] ?? i32.const(0);
  }

  /**
   * Writes a loop of `rounds` over an axis, `step` indices at a time. The body sees its own position; the one returned is
   * where the loop ends. `counter` counts the rounds down.
   */
  along(
    f: FunctionBuilder,
    axis: number,
    step: number,
    rounds: number,
    body: (position: Position, counter: Local<'i32'>) => void,
  ): Position {
    const moving = this.#copy(f, axis);
    const counter = f.let(i32.const(rounds));
    const next = (): void => moving.#advance(f, axis, step);
    if (rounds === 1) {
      body(moving, counter);
      next();
      return moving;
    }
    f.loop((again) => {
      body(moving, counter);
      next();
      f.advance(counter, -1);
      f.branchIf(again, counter);
    });
    return moving;
  }

  /** Those rounds of `along` that are a share of all; the position returned is still where all rounds end. */
  sharedAlong(
    f: FunctionBuilder,
    axis: number,
    step: number,
    rounds: number,
    { first, end }: Share,
    body: (position: Position, counter: Local<'i32'>) => void,
  ): Position {
    const moving = this.#copy(f, axis);
    moving.#advanceBy(f, axis, (stride) => i32.mul(first, i32.const(stride * step)));
    const counter = f.let(i32.sub(end, first));
    f.if(counter, () =>
      f.loop((again) => {
        body(moving, counter);
        moving.#advance(f, axis, step);
        f.advance(counter, -1);
        f.branchIf(again, counter);
      }),
    );
    const last = this.#copy(f, axis);
    last.#advance(f, axis, step * rounds);
    return last;
  }

  /** The same position with cursors of its own where they move along the axis. */
  #copy(f: FunctionBuilder, axis: number): Position {
    const offsets = Array.from({ length: this.#cursors.count }, (_, cursor) => {
      const moves = (this.#cursors.strides(cursor)[axis] ?? 0) !== 0;
      return moves ? f.let(this.offset(cursor)) : this.#offsets[cursor];
    });
    return new Position(this.#cursors, offsets);
  }

  #advance(f: FunctionBuilder, axis: number, step: number): void {
    this.#advanceBy(f, axis, (stride) => stride * step);
  }

  #advanceBy(f: FunctionBuilder, axis: number, by: (stride: number) => number | I32): void {
    this.#offsets.forEach((offset, cursor) => {
      const stride = this.#cursors.strides(cursor)[axis] ?? 0;
      if (offset && stride !== 0) f.advance(offset, by(stride));
    });
  }
}

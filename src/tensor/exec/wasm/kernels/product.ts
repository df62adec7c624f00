import {
  type FunctionBuilder,
  type FunctionHandle,
  f32x4,
  i32,
  type I32,
  type Local,
  v128,
} from '../emit/index.ts';
import { packedColumns, productAxes, tileFloats } from '../plan/finishProduct.ts';
import type { BufferId, MatrixOperand, ProductCall, Split } from '../plan/plan.ts';
import { type RowTiles, rowTiles, widestVectors } from '../plan/tiles.ts';
import { Body, type Scope } from './body.ts';
import type { KernelContext } from './context.ts';
import { type LaneRun, laneRuns, loadLanes } from './lanes.ts';
import { type MultiplyAdd, multiplyAddFor } from './multiplyAdd.ts';
import { at, liesAcross, loadTransposed, writePack } from './packing.ts';
import { type Share, shareOf, within } from './share.ts';

/** A tile's k loop is written out so far that it holds about this many multiplications of vectors. */
const unrolledProducts = 24;
const { batch: batchAxis, row: rowAxis, column: columnAxis } = productAxes;
const allAxes = 0b111;

/**
 * C = A B in tiles of accumulators held in registers. Every element of C is 0 + A[i,0] B[0,j] + A[i,1] B[1,j] + ... in this
 * order, whatever the tile; with one rounding for each product and each sum, but for relaxed instructions, which may leave one
 * out. So its bits depend on nothing but its row and column.
 */
export function writeProduct(context: KernelContext, call: ProductCall, split?: Split): FunctionHandle {
  const parameters = split ? (['i32'] as const) : [];
  return context.module.function(parameters, undefined, (f) =>
    new ProductWriter(f, context, call, split).write(),
  );
}

/** Rows of a tile: how many there are, where the first is and how far the next tile's are. */
interface Tile {
  readonly rows: number;
  readonly runs: readonly LaneRun[];
  readonly a: I32;
  /** Bytes from row to row, and from k to k. */
  readonly aRow: number;
  readonly aDepth: number;
  readonly b: I32;
  readonly bDepth: number;
  readonly bLane: number;
}

class ProductWriter {
  readonly #f: FunctionBuilder;
  readonly #context: KernelContext;
  readonly #call: ProductCall;
  readonly #body: Body;
  readonly #multiplyAdd: MultiplyAdd;
  readonly #cursorA: number;
  readonly #cursorB: number;
  readonly #cursorPackedA: number;
  readonly #split: Split | undefined;

  constructor(f: FunctionBuilder, context: KernelContext, call: ProductCall, split: Split | undefined) {
    this.#f = f;
    this.#context = context;
    this.#call = call;
    this.#split = split;
    this.#multiplyAdd = multiplyAddFor(context.target, call);
    const { steps, stores, a, b, k } = call;
    this.#body = new Body(f, context, { steps, stores, laneAxis: columnAxis, pointMask: allAxes });
    this.#cursorA = this.#body.cursors.register([4 * a.batchStride, 4 * a.rowStride, 0]);
    this.#cursorB = this.#body.cursors.register([4 * b.batchStride, 0, 4 * b.columnStride]);
    this.#cursorPackedA = this.#body.cursors.register([0, 4 * k, 0]);
  }

  write(): void {
    const root = this.#body.root();
    root.position.along(this.#f, batchAxis, 1, this.#call.batch, (position) => {
      const matrix = this.#body.inside(root, { position, bound: 1 << batchAxis });
      if (this.#call.packing.a !== undefined) this.#packA(matrix);
      this.#panels(matrix);
    });
  }

  /** Panels of as many columns as a tile is wide, then the columns that are left. */
  #panels(matrix: Scope): void {
    const { m, n } = this.#call;
    const vectors = widestVectors(m, n);
    const full = Math.floor(n / (4 * vectors));
    const bound = matrix.bound | (1 << columnAxis);
    let { position } = matrix;
    const panel = (at: Scope['position'], runs: readonly LaneRun[]): void =>
      this.#panel(this.#body.inside(matrix, { position: at, bound, runs }));
    if (full > 0) {
      const each = (at: Scope['position']): void => panel(at, laneRuns(4 * vectors));
      const share = this.#share('columns', full);
      position = share
        ? position.sharedAlong(this.#f, columnAxis, 4 * vectors, full, share, each)
        : position.along(this.#f, columnAxis, 4 * vectors, full, each);
    }
    const left = n - 4 * vectors * full;
    if (left > 0) this.#byOne('columns', () => this.#narrowPanels(matrix, position, bound, left));
  }

  #narrowPanels(matrix: Scope, position: Scope['position'], bound: number, columns: number): void {
    for (const runs of narrowPanels(columns)) {
      const shift = [0, 0, runs[0].offset];
      const own = runs.map(({ offset, lanes }) => ({ offset: offset - runs[0].offset, lanes }));
      this.#panel(this.#body.inside(matrix, { position, bound, runs: own, shift }));
    }
  }

  /** This thread's share of tiles or panels, if they are split so. */
  #share(by: 'rows' | 'columns', units: number): Share | undefined {
    if (this.#split?.by !== by) return undefined;
    return shareOf(this.#f, this.#f.parameter(0, 'i32'), units, this.#context.target.threads);
  }

  /** What is left when panels are shared is the last thread's. */
  #byOne(by: 'columns', body: () => void): void {
    if (this.#split?.by !== by) return body();
    const isLast = i32.eq(this.#f.parameter(0, 'i32'), i32.const(this.#context.target.threads - 1));
    this.#f.if(isLast, body);
  }

  /** Where a temporary copy begins that each thread has one of. */
  #own(buffer: BufferId, floats: number): I32 {
    const start = i32.const(this.#context.address(buffer));
    if (!this.#split) return start;
    return i32.add(i32.mul(this.#f.parameter(0, 'i32'), i32.const(4 * floats)), start);
  }

  #panel(panel: Scope): void {
    const { m, k, b, packing } = this.#call;
    const shift = 4 * (panel.shift[columnAxis] ?? 0) * b.columnStride;
    const own = at(panel.position.offset(this.#cursorB), this.#address(b) + shift);
    let bSource = { b: own, bDepth: 4 * b.rowStride, bLane: 4 * b.columnStride };
    if (packing.b !== undefined) {
      const width = 4 * panel.runs.length;
      const to = this.#f.let(this.#own(packing.b, packedColumns(this.#call)));
      const source = { address: own, depth: k, depthStride: bSource.bDepth, acrossStride: bSource.bLane };
      writePack(this.#f, source, to, panel.runs, width);
      bSource = { b: to, bDepth: 4 * width, bLane: 4 };
    }
    this.#rowTiles(rowTiles(m, this.#vectors(panel)), panel.position, (current, rows) => {
      const scope = this.#body.inside(panel, { position: current, bound: allAxes });
      this.#tile(scope, { rows, runs: panel.runs, ...bSource, ...this.#rowsOfA(scope, rows) });
    });
  }

  /** Tile after tile, or those that are this thread's. */
  #rowTiles(
    tiles: readonly RowTiles[],
    from: Scope['position'],
    body: (position: Scope['position'], rows: number) => void,
  ): void {
    const share = this.#share(
      'rows',
      tiles.reduce((total, { count }) => total + count, 0),
    );
    let [position, done] = [from, 0];
    for (const { rows, count } of tiles) {
      const each = (current: Scope['position']): void => body(current, rows);
      position = share
        ? position.sharedAlong(
            this.#f,
            rowAxis,
            rows,
            count,
            within(this.#f, share, done, done + count),
            each,
          )
        : position.along(this.#f, rowAxis, rows, count, each);
      done += count;
    }
  }

  /** Packed rows are cut for the full panels; narrow ones keep to the same cut then. */
  #vectors(panel: Scope): number {
    const { m, n, packing } = this.#call;
    return packing.a === undefined ? panel.runs.length : widestVectors(m, n);
  }

  #rowsOfA(scope: Scope, rows: number): Pick<Tile, 'a' | 'aRow' | 'aDepth'> {
    const { a, packing } = this.#call;
    if (packing.a !== undefined) {
      const address = at(scope.position.offset(this.#cursorPackedA), this.#context.address(packing.a));
      return { a: address, aRow: 4, aDepth: 4 * rows };
    }
    const address = at(scope.position.offset(this.#cursorA), this.#address(a));
    return { a: address, aRow: 4 * a.rowStride, aDepth: 4 * a.columnStride };
  }

  /** All of A, tile after tile. */
  #packA(matrix: Scope): void {
    const { m, n, k, a, packing } = this.#call;
    this.#rowTiles(rowTiles(m, widestVectors(m, n)), matrix.position, (current, rows) => {
      const address = at(current.offset(this.#cursorA), this.#address(a));
      const to = at(current.offset(this.#cursorPackedA), this.#context.address(packing.a as number));
      const source = { address, depth: k, depthStride: 4 * a.columnStride, acrossStride: 4 * a.rowStride };
      writePack(this.#f, source, to, laneRuns(rows), rows);
    });
  }

  #tile(scope: Scope, tile: Tile): void {
    const sums = Array.from({ length: tile.rows }, () => tile.runs.map(() => this.#f.let(f32x4.const(0))));
    this.#accumulate(tile, sums);
    if (this.#call.packing.tile === undefined) this.#finishInline(scope, tile, sums);
    else this.#finishInLoop(scope, tile, sums, this.#f.let(this.#own(this.#call.packing.tile, tileFloats)));
  }

  #accumulate(tile: Tile, sums: readonly Local<'v128'>[][]): void {
    const f = this.#f;
    const { k } = this.#call;
    const isTurned = liesAcross(tile.bDepth, tile.bLane) && k >= 4;
    const written = Math.max(1, Math.floor(unrolledProducts / (tile.rows * tile.runs.length)));
    const unroll = isTurned ? 4 : Math.min(k, written);
    const rounds = Math.floor(k / unroll);
    const a = f.let(tile.a);
    const b = f.let(tile.b);
    const registers = { vectors: tile.runs.map(() => f.local('v128')), factor: f.local('v128') };
    const step = (depth: number): void => this.#rankOne(tile, a, b, depth, registers, sums);
    const steps = (count: number): void => Array.from({ length: count }, (_, depth) => depth).forEach(step);
    if (rounds > 1 || isTurned)
      f.count(f.local('i32'), 0, rounds, 1, () => {
        if (isTurned) this.#rankFour(tile, a, b, registers.factor, sums);
        else steps(unroll);
        f.advance(a, tile.aDepth * unroll);
        f.advance(b, tile.bDepth * unroll);
      });
    steps(rounds > 1 || isTurned ? k - rounds * unroll : k);
  }

  /** Four times `rankOne`, of a B whose columns lie along memory: four of each are read at once and turned. */
  #rankFour(tile: Tile, a: I32, b: I32, factor: Local<'v128'>, sums: readonly Local<'v128'>[][]): void {
    const f = this.#f;
    tile.runs.forEach((run, v) => {
      loadTransposed(f, b, run, tile.bLane).forEach((vector, depth) => {
        sums.forEach((row, r) => {
          f.set(factor, v128.load32_splat(a, depth * tile.aDepth + r * tile.aRow));
          f.set(row[v], this.#multiplyAdd(factor, vector, row[v]));
        });
      });
    });
  }

  /** Adds the product of one column of A and one row of B to the tile. */
  #rankOne(
    tile: Tile,
    a: I32,
    b: I32,
    depth: number,
    { vectors, factor }: { readonly vectors: readonly Local<'v128'>[]; readonly factor: Local<'v128'> },
    sums: readonly Local<'v128'>[][],
  ): void {
    const f = this.#f;
    tile.runs.forEach(({ offset, lanes }, v) => {
      const place = { address: b, offset: depth * tile.bDepth + offset * tile.bLane, stride: tile.bLane };
      f.set(vectors[v], loadLanes({ ...place, dtype: 'f32' }, lanes));
    });
    sums.forEach((row, r) => {
      f.set(factor, v128.load32_splat(a, depth * tile.aDepth + r * tile.aRow));
      row.forEach((sum, v) => f.set(sum, this.#multiplyAdd(factor, vectors[v], sum)));
    });
  }

  #finishInline(scope: Scope, tile: Tile, sums: readonly Local<'v128'>[][]): void {
    this.#body.hoist(this.#withoutRows(scope), this.#wanted());
    sums.forEach((row, r) => {
      const shift = [0, r, scope.shift[columnAxis] ?? 0];
      this.#storeRow(this.#body.inside(scope, { shift }), tile.runs, row);
    });
  }

  /** Puts the tile down in memory and goes over it row by row. */
  #finishInLoop(scope: Scope, tile: Tile, sums: readonly Local<'v128'>[][], address: I32): void {
    const width = 16 * tile.runs.length;
    sums.forEach((row, r) =>
      row.forEach((sum, v) => this.#f.do(v128.store(address, sum, r * width + 16 * v))),
    );
    this.#body.hoist(this.#withoutRows(scope), this.#wanted());
    const from = this.#f.let(address);
    scope.position.along(this.#f, rowAxis, 1, tile.rows, (position) => {
      const row = tile.runs.map((_, v) => this.#f.let(v128.load(from, 16 * v)));
      this.#storeRow(this.#body.inside(scope, { position }), tile.runs, row);
      this.#f.advance(from, width);
    });
  }

  /** The scope as seen by what is the same for all rows. */
  #withoutRows(scope: Scope): Scope {
    return { ...scope, bound: scope.bound & ~(1 << rowAxis) };
  }

  #storeRow(scope: Scope, runs: readonly LaneRun[], row: readonly Local<'v128'>[]): void {
    const { steps, stores } = this.#call;
    steps.forEach((step, id) => {
      if (step.kind === 'product') this.#body.define(scope, id, [...row]);
    });
    runs.forEach((_, run) => {
      const values = stores.map(({ step }) => this.#body.value(scope, step, run));
      stores.forEach((store, i) => {
        for (const statement of this.#body.store(scope, store, values[i], run)) this.#f.do(statement);
      });
    });
  }

  #wanted(): readonly number[] {
    return this.#call.stores.map(({ step }) => step);
  }

  #address(matrix: MatrixOperand): number {
    return this.#context.address(matrix.buffer) + 4 * matrix.offset;
  }
}

/** Columns that don't fill a panel: vectors two by two. */
function narrowPanels(columns: number): readonly (readonly LaneRun[])[] {
  const runs = laneRuns(columns);
  return Array.from({ length: Math.ceil(runs.length / 2) }, (_, pair) => runs.slice(2 * pair, 2 * pair + 2));
}

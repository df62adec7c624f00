/** Numbers of all columns that wait at a time, and the most rows of them. */
const NUMBERS = 1 << 15;
const MOST_ROWS = 1 << 10;

/**
 * Some rows of the cells that are numbers, side by side, on their way from the scanner to the columns: so no cell takes a call, or an
 * object to pass its number in.
 */
export class NumberBlock {
  /** By column, the decimal mark (a byte) of those that take numbers; 0 of the others, and of all while there are none to take. */
  readonly decimals: Uint8Array;
  /** Column i of the present row is at `row + i`. */
  readonly values: Float64Array;
  row = 0;

  constructor(columns: number) {
    const rows = Math.min(MOST_ROWS, Math.max(1, Math.floor(NUMBERS / Math.max(1, columns))));
    this.decimals = new Uint8Array(columns);
    this.values = new Float64Array(columns * rows);
  }
}

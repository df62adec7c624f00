import { powerOfTwo } from './bits.ts';
import { twoSum } from './doubleDouble.ts';

/** How often π/2 goes into an angle (modulo 4), and what remains as an unevaluated sum, |remainder| <= about π/4. */
export interface QuarterTurns {
  quarters: number;
  remainder: number;
  low: number;
}

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in three pieces of 33 bits, so that 20 bits of whole number times each is exact, and what then is left (fdlibm). */
const PIECE_1 = 1.5707963267341256;
const PIECE_2 = 6.077100506303966e-11;
const PIECE_3 = 2.0222662487111665e-21;
const PIECE_4 = 8.4784276603689e-32;
const largestByPieces = 1647099; // 2^20 π/2

/** Writes `x = quarters π/2 + remainder + low` (quarters modulo 4) into `into`. For finite x. */
export function reduceQuarterTurns(x: number, into: QuarterTurns): void {
  const size = Math.abs(x);
  if (size <= 0.7853981633974483) return set(into, 0, x, 0);
  if (size < largestByPieces) return reduceByPieces(x, into);
  reduceByLongDivision(size, into);
  if (x < 0) set(into, -into.quarters & 3, -into.remainder, -into.low);
}

function set(into: QuarterTurns, quarters: number, remainder: number, low: number): void {
  into.quarters = quarters;
  into.remainder = remainder;
  into.low = low;
}

/** Cody and Waite: subtract piece after piece, and keep what each subtraction rounds away. */
function reduceByPieces(x: number, into: QuarterTurns): void {
  const n = Math.floor(x * TWO_OVER_PI + 0.5);
  const second = twoSum(x - n * PIECE_1, -n * PIECE_2);
  const third = twoSum(second.high, -n * PIECE_3);
  const sum = twoSum(third.high, second.low + third.low - n * PIECE_4);
  set(into, n & 3, sum.high, sum.low);
}

/** floor(2/π 2^1280): enough for the largest float64 (Payne and Hanek 1983). */
const twoOverPi = BigInt(
  '0x' +
    'a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484' +
    'e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b' +
    '3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361d',
);
const twoOverPiBits = 1280n;
const view = new DataView(new ArrayBuffer(8));

/** Whole-number arithmetic on as many bits as it takes: rarely needed, so short rather than fast. */
function reduceByLongDivision(size: number, into: QuarterTurns): void {
  view.setFloat64(0, size);
  const bits = view.getBigUint64(0);
  const fraction = (bits & 0xfffffffffffffn) | 0x10000000000000n;
  const exponent = (bits >> 52n) - 1075n;
  // In units of 2^-192 of a quarter turn; whole multiples of 4 quarters fall away.
  const turns = shiftRight(fraction * twoOverPi, twoOverPiBits - exponent - 192n) & ((1n << 194n) - 1n);
  const quarters = (turns + (1n << 191n)) >> 192n;
  const remainder = turns - (quarters << 192n);
  // Times π/2, as π/2 2^192 and 2^-384.
  const angle = remainder * 9860048348863269281198066682114134445731725432595044866280n;
  const high = Number(angle);
  const low = Number(angle - BigInt(high));
  const scale = powerOfTwo(-384);
  set(into, Number(quarters & 3n), high * scale, low * scale);
}

function shiftRight(x: bigint, count: bigint): bigint {
  return count >= 0n ? x >> count : x << -count;
}

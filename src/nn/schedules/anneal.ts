import { cos } from '../../numeric/index.ts';

/** Half a cosine wave from `start` (at way 0) to `end` (at way 1). */
export function annealByCosine(start: number, end: number, way: number): number {
  return end + ((start - end) / 2) * (1 + cos(Math.PI * way));
}

export function annealByLine(start: number, end: number, way: number): number {
  return start + (end - start) * way;
}

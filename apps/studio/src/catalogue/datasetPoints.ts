import type { Dataset } from './types.ts';

export interface PicturePoint {
  /** In the plane's units, -6 to 6. */
  readonly x: number;
  readonly y: number;
  /** Class number, or value. */
  readonly target: number;
}

/** The points of a dataset's small picture. */
export function datasetPoints({ points, task }: Dataset): PicturePoint[] {
  return Array.from({ length: points.length / 3 }, (_, index) => {
    const [x, y, target] = [0, 1, 2].map((part) => level(points.charCodeAt(3 * index + part)));
    return {
      x: stretched(x, 6),
      y: stretched(y, 6),
      target: task === 'classification' ? target : stretched(target, 1.2),
    };
  });
}

const LEVELS = 90;
/** As build/catalogue/datasetPicture.ts writes them: from `#`, without the backslash. */
const level = (code: number): number => (code < 92 ? code : code - 1) - 35;
const stretched = (value: number, reach: number): number => (2 * (value / LEVELS) - 1) * reach;

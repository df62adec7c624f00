import type { Query } from './define.ts';

export interface SurfaceInput {
  readonly epoch: number | 'now' | 'best';
  readonly grid: number;
  /** Every neuron's surface, not the outputs' alone. */
  readonly neurons: boolean;
}

export interface SurfaceAnswer {
  readonly epoch: number;
  readonly grid: number;
  /** As in a frame. */
  readonly surfaces: Float32Array<ArrayBuffer>;
}

/** The surfaces of a past epoch, apart from what the frames show. */
export const surface: Query<SurfaceInput, SurfaceAnswer> = ({ epoch, grid, neurons }, { run, weightsAt }) => {
  const shown = weightsAt(epoch);
  const surfaces = run.surfaces(grid);
  const array = new Float32Array(surfaces.length(neurons));
  surfaces.write(shown.weights, neurons, array);
  return { epoch: shown.epoch, grid, surfaces: array };
};

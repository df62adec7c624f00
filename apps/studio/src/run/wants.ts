import type { Wants } from './contract.ts';

export const NOTHING: Wants = {
  grid: 0,
  neurons: false,
  parameters: false,
  distributions: false,
  saturation: false,
};

/** All that anyone asked for. */
export function mergedWants(each: Iterable<Partial<Wants>>): Wants {
  let all = NOTHING;
  for (const one of each)
    all = {
      grid: Math.max(all.grid, one.grid ?? 0),
      neurons: all.neurons || one.neurons === true,
      parameters: all.parameters || one.parameters === true,
      distributions: all.distributions || one.distributions === true,
      saturation: all.saturation || one.saturation === true,
    };
  return all;
}

import picocolors from 'picocolors';
import type { Effects, Output } from './effects.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Colours where they are seen: on a terminal, unless NO_COLOR is set; anywhere with FORCE_COLOR. */
export function colorsFor({ isTerminal }: Output, { environment }: Pick<Effects, 'environment'>): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const wanted = FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal && TERM !== 'dumb';
  return picocolors.createColors(wanted && !NO_COLOR);
}

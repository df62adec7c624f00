import type { Words } from '../index.ts';

export const features: Words['features'] = {
  x: 'x',
  y: 'y',
  xSquared: 'x négyzete',
  ySquared: 'y négyzete',
  xy: 'x szorozva y',
  sinX: 'x szinusza',
  sinY: 'y szinusza',
  xCubed: 'x köbe',
  yCubed: 'y köbe',
  absoluteX: 'x abszolút értéke',
  absoluteY: 'y abszolút értéke',
  radius: 'távolság az origótól',
  bell: 'haranggörbe az origó körül',
};

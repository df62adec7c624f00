import type { Words } from '../index.ts';

export const datasets: Words['datasets'] = {
  gaussians: 'Felhők',
  circle: 'Kör',
  xor: 'XOR',
  moons: 'Félholdak',
  rings: 'Gyűrűk',
  checkerboard: 'Sakktábla',
  spiral: 'Spirál',
  plane: 'Sík',
  hills: 'Dombok',
  drawn: 'Kézzel rajzolt: osztályok',
  drawnNumbers: 'Kézzel rajzolt: értékek',
};

export const datasets = {
  gaussians: 'Two clouds',
  circle: 'Circle',
  xor: 'XOR',
  moons: 'Moons',
  rings: 'Rings',
  checkerboard: 'Checkerboard',
  spiral: 'Spiral',
  plane: 'Plane',
  hills: 'Hills',
  drawn: 'Drawn by hand: classes',
  drawnNumbers: 'Drawn by hand: values',
};

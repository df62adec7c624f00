import { checkerboard } from './checkerboard.ts';
import { circle } from './circle.ts';
import type { SyntheticTable } from './define.ts';
import { gaussians } from './gaussians.ts';
import { hills } from './hills.ts';
import { moons } from './moons.ts';
import { plane } from './plane.ts';
import { rings } from './rings.ts';
import { spiral } from './spiral.ts';
import { xor } from './xor.ts';

export type { SyntheticSettings, SyntheticTable } from './define.ts';

/** All of them, the easier ones first. */
export const syntheticTables: readonly SyntheticTable[] = [
  gaussians,
  circle,
  xor,
  moons,
  rings,
  checkerboard,
  spiral,
  plane,
  hills,
];

/**
 * Mathematics with the same bits in every JavaScript engine: built of + - * / and square roots alone, which IEEE 754 rounds
 * in one way only, where Math.exp and its kin differ between engines and versions of one engine.
 *
 * Coefficients marked as fdlibm's are from: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at
 * SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely
 * granted, provided that this notice is preserved.
 */
export { dot } from './dot.ts';
export { erf, erfc } from './erf.ts';
export { exp } from './exp.ts';
export { expm1 } from './expm1.ts';
export { hash32 } from './hash32.ts';
export { log } from './log.ts';
export { log1p } from './log1p.ts';
export { normalQuantile } from './normalQuantile.ts';
export { permutation } from './permutation.ts';
export { philox4x32 } from './philox4x32.ts';
export { pow } from './pow.ts';
export { randomStream, type RandomStream } from './randomStream.ts';
export { runningMoments, type RunningMoments } from './runningMoments.ts';
export { seedWords } from './seedWords.ts';
export { sigmoid } from './sigmoid.ts';
export { cos, sin } from './sin.ts';
export { softplus } from './softplus.ts';
export { sum } from './sum.ts';
export { tanh } from './tanh.ts';

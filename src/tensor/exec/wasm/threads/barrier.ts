import { atomics, type FunctionHandle, i32, type ModuleBuilder } from '../emit/index.ts';
import { controls, spins } from './controls.ts';

const at = (control: keyof typeof controls) => i32.const(controls[control]);
/** Milliseconds of one sleep; then it is looked whether something has gone wrong. */
const nap = 50;

/**
 * A function that returns when all threads have called it: 0, or 1 if something has gone wrong and work is to be left. Who comes last lets
 * the others go; they look for it for a while, then sleep. One that some do not come to for `patience` milliseconds is given up.
 */
export function addBarrier(module: ModuleBuilder, threads: number, patience: number): FunctionHandle<'i32'> {
  return module.function([], 'i32', (f) => {
    const passed = f.let(atomics.load(at('passed')));
    const hasPassed = i32.ne(atomics.load(at('passed')), passed);
    const isBroken = atomics.load(at('broken'));
    const isLast = i32.eq(atomics.add(at('arrived'), i32.const(1)), i32.const(threads - 1));
    f.if(isLast, () => {
      f.do(atomics.store(at('arrived'), i32.const(0)));
      f.drop(atomics.add(at('passed'), i32.const(1)));
      f.if(atomics.load(at('sleeping')), () => f.drop(atomics.notify(at('passed'))));
      f.return(isBroken);
    });
    const rounds = f.let(i32.const(spins));
    f.loop((again) => {
      f.if(i32.or(hasPassed, isBroken), () => f.return(isBroken));
      f.advance(rounds, -1);
      f.branchIf(again, rounds);
    });
    const naps = f.let(i32.const(Math.ceil(patience / nap)));
    f.drop(atomics.add(at('sleeping'), i32.const(1)));
    f.loop((again) => {
      f.drop(atomics.wait(at('passed'), passed, nap * 1e6));
      f.advance(naps, -1);
      f.if(i32.eqz(naps), () => f.do(atomics.store(at('broken'), i32.const(1))));
      f.branchIf(again, i32.eqz(i32.or(hasPassed, isBroken)));
    });
    f.drop(atomics.add(at('sleeping'), i32.const(-1)));
    return isBroken;
  });
}

import { choose, type FunctionBuilder, i32, type I32, type Local } from '../emit/index.ts';

/** One thread's part of `units` equal pieces of work: pieces `first` to `end` - 1. */
export interface Share {
  readonly first: Local<'i32'>;
  readonly end: Local<'i32'>;
}

/** The pieces as evenly as can be over all threads; `part` counts them from 0. */
export function shareOf(f: FunctionBuilder, part: I32, units: number, threads: number): Share {
  const from = (at: I32): Local<'i32'> => f.let(i32.div_u(i32.mul(at, i32.const(units)), i32.const(threads)));
  return { first: from(part), end: from(i32.add(part, i32.const(1))) };
}

/** What a share has of the pieces from `begin` to `end` - 1, counted from `begin`. */
export function within(f: FunctionBuilder, share: Share, begin: number, end: number): Share {
  const clamp = (at: Local<'i32'>): Local<'i32'> => {
    const low = f.let(choose(i32.lt_s(at, i32.const(begin)), i32.const(begin), at));
    const both = choose(i32.gt_s(low, i32.const(end)), i32.const(end), low);
    return f.let(i32.sub(both, i32.const(begin)));
  };
  return { first: clamp(share.first), end: clamp(share.end) };
}

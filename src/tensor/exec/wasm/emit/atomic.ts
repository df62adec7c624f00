import { type Code, signed } from './encode.ts';
import { type I32, instruction, memoryArgument, type Statement } from './value.ts';

/** Atomic instructions on 32-bit integers in shared memory; all sequentially consistent. */

const atomic = (opcode: number): Code => [0xfe, opcode, memoryArgument(2, 0)];

export const atomics = {
  load: (address: I32): I32 => instruction('i32', atomic(0x10), address),
  store: (address: I32, value: I32): Statement => ({ effect: [address.code, value.code, atomic(0x17)] }),
  /** Adds, and gives what was there before. */
  add: (address: I32, value: I32): I32 => instruction('i32', atomic(0x1e), address, value),
  /** Wakes all that wait at the address. Gives how many. */
  notify: (address: I32): I32 => instruction('i32', atomic(0x00), address, every),
  /** Waits as long as the address holds the value, at most so many nanoseconds. Gives 0 (woken), 1 (another value) or 2 (time is up). */
  wait: (address: I32, value: I32, nanoseconds: number): I32 =>
    instruction('i32', [[0x42, signed(BigInt(nanoseconds))], atomic(0x01)], address, value),
};

const every: I32 = { type: 'i32', code: [0x41, signed(-1)] };

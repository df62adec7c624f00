import {
  type F32,
  f32x4,
  i32,
  type Local,
  ModuleBuilder,
  type V128,
} from '../../src/tensor/exec/wasm/emit/index.ts';
import { instruction } from '../../src/tensor/exec/wasm/emit/value.ts';
import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { Product } from '../workloads/gemm.ts';

interface Options {
  /** Multiplies and adds in one instruction of relaxed SIMD, else in two. */
  readonly relaxed: boolean;
}

/** As many as the registers of x86-64 leave beside two operands: enough to hide how long one operation takes. */
const CHAINS = 13;
const ROUNDS = 16;
const FLOPS = 2 * 4 * CHAINS * ROUNDS;

/**
 * What the machine's four lanes can do at all: as many multiply-and-adds as the product has, on registers alone, in chains that do not
 * wait for each other. No product can be faster that is written in the same instructions.
 */
export function multiply({ settings }: CaseFile, { relaxed }: Options): Runner {
  const { m, k, n } = settings as Product;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(relaxed)), {
    env: { memory },
  });
  const spin = instance.exports.spin as (loops: number) => number;
  const loops = Math.max(1, Math.round((2 * m * k * n) / FLOPS));
  let last = 0;
  return {
    run: (steps) => {
      for (let i = 0; i < steps; i++) last = spin(loops);
    },
    numbers: () => Float32Array.of(last),
  };
}

/** `relaxed_madd`: a b + c, which the engine may round once. */
const relaxedMultiplyAdd = (a: V128, b: V128, c: V128): V128 =>
  instruction('v128', [0xfd, 0x85, 0x02], a, b, c);
const plainMultiplyAdd = (a: V128, b: V128, c: V128): V128 => f32x4.add(f32x4.mul(a, b), c);

function moduleBytes(relaxed: boolean): Uint8Array<ArrayBuffer> {
  const multiplyAdd = relaxed ? relaxedMultiplyAdd : plainMultiplyAdd;
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: false });
  const spin = module.function(['i32'], 'f32', (body): F32 => {
    const loops = body.parameter(0, 'i32');
    const a = body.let(f32x4.const(0.9999));
    const b = body.let(f32x4.const(0.5));
    const chains: Local<'v128'>[] = Array.from({ length: CHAINS }, (_, i) => body.let(f32x4.const(i)));
    body.loop((again) => {
      for (let round = 0; round < ROUNDS; round++)
        for (const chain of chains) body.set(chain, multiplyAdd(chain, a, b));
      body.advance(loops, -1);
      body.branchIf(again, i32.gt_s(loops, i32.const(0)));
    });
    return f32x4.extract_lane(
      0,
      chains.reduce((sum: V128, chain) => f32x4.add(sum, chain), f32x4.const(0)),
    );
  });
  module.export('spin', spin);
  return module.bytes();
}

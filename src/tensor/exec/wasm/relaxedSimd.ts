import { f32x4, i32, ModuleBuilder, v128 } from './emit/index.ts';

let known: boolean | undefined;

/** Whether this engine takes relaxed SIMD (Node from 22, Chromium from 114...): asked by a module that uses it. */
export function hasRelaxedSimd(): boolean {
  known ??= WebAssembly.validate(probe());
  return known;
}

function probe(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ module: 'env', name: 'memory', shared: false });
  module.function([], undefined, (f) => {
    const one = f32x4.const(1);
    f.do(v128.store(i32.const(0), f32x4.relaxed_madd(one, one, one)));
  });
  return module.bytes();
}

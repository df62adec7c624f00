import { copyMemory, type FunctionHandle, i32 } from '../emit/index.ts';
import { bytesOf, type CopyCall } from '../plan/plan.ts';
import type { KernelContext } from './context.ts';

/** Copies numbers as they are. */
export function writeCopy(context: KernelContext, { from, to, length }: CopyCall): FunctionHandle {
  const bytes = bytesOf(context.dtype(from.buffer));
  const address = ({ buffer, offset }: CopyCall['from']) =>
    i32.const(context.address(buffer) + offset * bytes);
  return context.module.function([], undefined, (f) => {
    f.do(copyMemory(address(to), address(from), i32.const(length * bytes)));
  });
}

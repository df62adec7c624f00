import { NeumannError } from '../../../errors.ts';
import type { Layout, Program } from '../../graph/program.ts';
import { printProgram } from '../../graph/printProgram.ts';
import { type DType, type Slot, sizeOf, type Tensor } from '../../graph/tensor.ts';
import { topologicalOrder } from '../../graph/topologicalOrder.ts';
import { verifyProgram } from '../../graph/verifyProgram.ts';
import type { Kernel, Memory } from '../../ops/define.ts';
import { opOf } from '../../ops/table.ts';
import type { Executor, Session, View } from '../executor.ts';

export interface ReferenceOptions {
  /** Sees every node's value right after it was computed, and may round it in place; the next run reuses the array. */
  readonly onNode?: (node: Tensor, value: View) => void;
}

/**
 * The specification in code: float64, one array for every node of the graph as it was built, computed one after another.
 * Nothing is fused, reordered or shared, so that there is nothing to get wrong.
 */
export function createReferenceExecutor(options: ReferenceOptions = {}): Executor {
  return { name: 'reference', open: (layout) => openSession(layout, options) };
}

function openSession(layout: Layout, { onNode }: ReferenceOptions): Session {
  const blocks = new Map(layout.map((block) => [block.name, allocate(block.dtype, block.length)]));
  const programs = new Map<string, { program: Program; run: () => void }>();
  const view = (slot: Slot): View => window(blocks, slot);
  let closed = false;
  const whileOpen = (): void => {
    if (closed) throw new Error('this session is closed');
  };
  const find = (name: string) => {
    whileOpen();
    const found = programs.get(name);
    if (!found) throw new Error(`no program '${name}' was added to this session`);
    return found;
  };
  return {
    add(program) {
      whileOpen();
      if (programs.has(program.name)) throw new Error(`a program '${program.name}' was added before`);
      verifyProgram(program, layout);
      programs.set(program.name, { program, run: prepare(program, { view }, onNode) });
    },
    run: (name) => find(name).run(),
    view(slot) {
      whileOpen();
      return view(slot);
    },
    describe: (name) => printProgram(find(name).program),
    close() {
      closed = true;
      blocks.clear();
      programs.clear();
    },
  };
}

/** Allocates every node's array and prepares its kernel; what it returns computes all values, then assigns them. */
function prepare(program: Program, memory: Memory, onNode?: ReferenceOptions['onNode']): () => void {
  const values = new Map<Tensor, View>();
  const steps = topologicalOrder(program.assignments.map(({ value }) => value)).map((node) => {
    const kernel: Kernel = opOf(node).kernel(node, memory);
    const inputs = node.inputs.map((input) => values.get(input) as View);
    const output = allocate(node.dtype, sizeOf(node.shape));
    values.set(node, output);
    return { node, kernel, inputs, output };
  });
  const targets = program.assignments.map(({ slot, value }) => {
    return { target: memory.view(slot), source: values.get(value) as View };
  });
  return () => {
    for (const { node, kernel, inputs, output } of steps) {
      kernel(inputs, output);
      onNode?.(node, output);
    }
    for (const { target, source } of targets) target.set(source);
  };
}

function allocate(dtype: DType, length: number): View {
  return new { f32: Float64Array, i32: Int32Array, u8: Uint8Array }[dtype](length);
}

function window(blocks: Map<string, View>, slot: Slot): View {
  const block = blocks.get(slot.block);
  if (!block)
    throw new NeumannError(
      'slot',
      `slot '${slot.name}' lies on block '${slot.block}', which the layout lacks`,
    );
  return block.subarray(slot.offset, slot.offset + sizeOf(slot.shape));
}

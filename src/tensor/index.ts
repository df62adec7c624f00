export { serveThread, type ThreadPort } from './exec/wasm/threads/serveThread.ts';
export type { Thread, Threads } from './exec/threads.ts';
export { gradients } from './autodiff/gradients.ts';
export type { Blas, BlasAnswer, Sgemm } from './exec/blas.ts';
export type { Host } from './exec/host.ts';
export type { Executor, Means, Mode, Session, View } from './exec/executor.ts';
export { createReferenceExecutor, type ReferenceOptions } from './exec/reference/createReferenceExecutor.ts';
export { type NotFiniteOrigin, traceNotFinite } from './exec/reference/traceNotFinite.ts';
export { hasRelaxedSimd } from './exec/wasm/relaxedSimd.ts';
export { createWasmExecutor, type WasmOptions } from './exec/wasm/createWasmExecutor.ts';
export { formula } from './expression/formula.ts';
export { formulaFunctions } from './expression/formulaFunctions.ts';
export { type Formula, parseFormula } from './expression/parseFormula.ts';
export { productOperations } from './graph/productOperations.ts';
export { printProgram } from './graph/printProgram.ts';
export type { Assignment, Layout, Program } from './graph/program.ts';
export {
  type Attribute,
  type Block,
  type DType,
  type Shape,
  type Slot,
  sizeOf,
  type Tensor,
} from './graph/tensor.ts';
export { simplify } from './graph/simplify.ts';
export { topologicalOrder } from './graph/topologicalOrder.ts';
export { verifyProgram } from './graph/verifyProgram.ts';
export * from './ops/build/index.ts';
export * from './ops/composite.ts';
export { withLabel } from './ops/node.ts';
export { showShape, showType } from './ops/refuse.ts';
export type { ElementwiseName } from './ops/build/elementwise.ts';
export type { ElementwiseDefinition, OpDefinition, OpFamily } from './ops/define.ts';
export { elementwiseOps, isOpName, opOf, type OpName, ops } from './ops/table.ts';

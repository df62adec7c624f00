import type { LoopSpace } from './loopSpace.ts';
import type {
  BufferId,
  CopyCall,
  GatherCall,
  Level,
  MatrixOperand,
  Reduction,
  ScatterAddCall,
  Step,
} from './plan.ts';

/** A call while it is being planned. */
export type DraftCall = DraftNest | DraftProduct | GatherCall | ScatterAddCall | CopyCall;

/** Expressions over a space of loops, what is stored of them and when. */
export interface Loops {
  readonly space: LoopSpace;
  readonly steps: readonly Step[];
  readonly reductions: readonly Reduction[];
  readonly levels: readonly Level[];
}

export interface DraftNest extends Loops {
  readonly kernel: 'nest';
  /** See `Group.alongRows`. */
  readonly alongRows: boolean;
}

export interface DraftProduct extends Loops {
  readonly kernel: 'product';
  readonly sizes: { readonly batch: number; readonly m: number; readonly n: number; readonly k: number };
  readonly a: MatrixOperand;
  readonly b: MatrixOperand;
}

/** The buffers that a call reads besides its steps' loads. */
export function operandsOf(call: DraftCall): readonly BufferId[] {
  switch (call.kernel) {
    case 'nest':
      return [];
    case 'product':
      return [call.a.buffer, call.b.buffer];
    case 'gather':
      return [call.table.buffer, call.indices.buffer];
    case 'scatterAdd':
      return [call.indices.buffer, call.updates.buffer];
    case 'copy':
      return [call.from.buffer];
  }
}

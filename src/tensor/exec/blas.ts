/** What a product needs to be done by a library: addresses in bytes from the beginning of a memory, distances in elements. */
export interface Sgemm {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: SgemmFactor;
  readonly b: SgemmFactor;
  /** C, row after row. */
  readonly c: Omit<SgemmFactor, 'transposed'>;
}

export interface SgemmFactor {
  readonly address: number;
  /** From row to row as it lies in memory. */
  readonly stride: number;
  /** Whether what lies in memory is the factor's transpose. */
  readonly transposed: boolean;
}

/** What asking a machine for a BLAS gives. */
export interface BlasAnswer {
  readonly blas?: Blas;
  /** Where one was there that can't be used: why, in a sentence. */
  readonly warning?: string;
}

/** A library of matrix products on this machine, in float32. The engine takes it from outside: it knows no machine. */
export interface Blas {
  /** With its version, for people. */
  readonly name: string;
  /** By which another thread of the same process opens the same one; it can be cloned. */
  readonly key?: unknown;
  /** C = A B in a memory that stays where it is; gives what computes it, as often as it is called. */
  bind(memory: ArrayBufferLike, product: Sgemm): () => void;
}

/** Element types of tensors, by their numbers in onnx.proto. */
export const elementTypes = { float: 1, int64: 7, string: 8, bool: 9, double: 11 } as const;

export type ElementType = keyof typeof elementTypes;

/** The bytes of numbers, as a tensor holds them. */
export const packers: Readonly<
  Record<'float' | 'double' | 'int64', (values: ArrayLike<number>) => Uint8Array>
> = {
  float: (values) => new Uint8Array(Float32Array.from(values).buffer),
  double: (values) => new Uint8Array(Float64Array.from(values).buffer),
  int64: (values) => new Uint8Array(BigInt64Array.from(Array.from(values, BigInt)).buffer),
};

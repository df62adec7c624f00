import * as ort from 'onnxruntime-web';
import { exportOnnx, type OnnxOptions } from '../../../src/export/index.ts';
import type { Model } from '../../../src/train/index.ts';
import type { RawRow } from './rows.ts';

ort.env.wasm.numThreads = 1;

export interface OnnxRun {
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<
    Record<string, { readonly dims: readonly number[]; readonly data: readonly unknown[] }>
  >;
}

/** What onnxruntime makes of the exported model on these rows. */
export async function runOnnx(
  model: Model,
  rows: readonly RawRow[],
  options?: OnnxOptions,
): Promise<OnnxRun> {
  const session = await ort.InferenceSession.create(exportOnnx(model, options), { logSeverityLevel: 3 });
  const inputs = session.inputMetadata.map(
    (input) => [input.name, input.isTensor ? input.type : ''] as const,
  );
  const feeds = inputs.map(
    ([name, type]) =>
      [
        name,
        tensorOf(
          type,
          rows.map((row) => row[name]),
        ),
      ] as const,
  );
  const outputs = await session.run(Object.fromEntries(feeds));
  await session.release();
  return {
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, { dims, data }]) => [name, { dims, data: Array.from(data as []) }]),
    ),
  };
}

function tensorOf(type: string, values: readonly unknown[]): ort.Tensor {
  const dims = [values.length, 1];
  if (type === 'string') return new ort.Tensor('string', values.map(wordOf), dims);
  const numbers = values.map((value) => (value === null ? NaN : Number(value)));
  return type === 'float64'
    ? new ort.Tensor('float64', Float64Array.from(numbers), dims)
    : new ort.Tensor('float32', Float32Array.from(numbers), dims);
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** The numbers of all outputs, in the order in which the model gives its targets. */
export function numbersOfRun({ outputs }: OnnxRun): number[] {
  return Object.entries(outputs).flatMap(([name, { data }]) =>
    name.endsWith('label') ? [] : data.map(Number),
  );
}

/** The same of the model itself. */
export function numbersOfModel(model: Model, rows: readonly RawRow[]): number[] {
  const { preparation } = model.parts.fitted;
  const prepared = rows.map((row) => preparation.applyRow(row));
  const joined = {
    rows: rows.length,
    features: Float32Array.from(prepared.flatMap(({ features }) => [...features])),
    codes: Int32Array.from(prepared.flatMap(({ codes }) => [...codes])),
  };
  return model
    .predictPrepared(joined)
    .flatMap((own) => [...(own.task === 'classification' ? own.probabilities : own.values)]);
}

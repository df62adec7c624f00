import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import type { CaseFile } from '../harness/caseFile.ts';
import type { Runner } from '../harness/contestant.ts';
import type { Predicting } from '../workloads/prediction.ts';

/** onnxruntime-web on its wasm backend, given the model as Neumann exports it; its inputs are made beforehand. */
export async function predict(
  { folder, arrays, settings }: CaseFile,
  { threads }: { readonly threads: number },
): Promise<Runner> {
  const { columns, rows, calls, classes } = settings as Predicting;
  ort.env.wasm.numThreads = threads;
  const session = await ort.InferenceSession.create(
    new Uint8Array(readFileSync(join(folder, 'model.onnx'))),
    { logSeverityLevel: 3 },
  );
  const values = arrays.values as Float32Array;
  const tensor = (column: number, call: number) => {
    const start = (column * calls + call) * rows;
    return new ort.Tensor('float32', values.slice(start, start + rows), [rows, 1]);
  };
  const feeds = Array.from({ length: calls }, (_, call) =>
    Object.fromEntries(columns.map((name, column) => [name, tensor(column, call)])),
  );
  let probabilities = new Float32Array(rows * classes);
  let done = 0;
  return {
    async run(steps) {
      for (let i = 0; i < steps; i++)
        probabilities = (await session.run(feeds[done++ % calls], ['probabilities'])).probabilities
          .data as Float32Array<ArrayBuffer>;
    },
    numbers: () => probabilities,
  };
}

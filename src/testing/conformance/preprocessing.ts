import type { ConformanceOutcome, ReadOracle } from './outcome.ts';
import { checkEncoder, type EncoderCase } from './preprocessingEncoders.ts';
import { checkImputer, type ImputerCase } from './preprocessingImputers.ts';
import { matrixOf, type Matrix, type TensorJson } from './preprocessingMatrix.ts';
import { checkTransformer, type TransformerCase } from './preprocessingTransformers.ts';
import { readCases } from './cases.ts';

type AnyCase = { transformer: string; options: Record<string, unknown>; matrix?: string };

/** Scalers, encoders and imputers: what they fit, what they make of training and test rows, and the way back. */
export async function* checkPreprocessing(read: ReadOracle): AsyncGenerator<ConformanceOutcome> {
  const matrices = ((await read('preprocessing/matrices.json')) ?? {}) as Record<
    string,
    { train: TensorJson; test: TensorJson }
  >;
  for (const { file, cases } of await readCases<AnyCase>(read, 'preprocessing')) {
    for (const each of cases) {
      const label = `${each.transformer} ${JSON.stringify(each.options)}${each.matrix ? ` on ${each.matrix}` : ''}`;
      yield { file, case: label, executor: 'none', ...checkCase(each, matrices) };
    }
  }
}

function checkCase(each: AnyCase, matrices: Record<string, { train: TensorJson; test: TensorJson }>) {
  if (/Encoder$|^LabelBinarizer$/.test(each.transformer)) return checkEncoder(each as EncoderCase);
  if (each.transformer === 'SimpleImputer') return checkImputer(each as ImputerCase);
  const named = matrices[each.matrix ?? ''];
  if (!named) return { status: 'unsupported' as const, detail: `no matrix '${each.matrix}'` };
  const [train, test]: Matrix[] = [matrixOf(named.train), matrixOf(named.test)];
  return checkTransformer(each as TransformerCase, train, test);
}

import { defineCommand } from '../arguments/define.ts';
import { usageError } from '../arguments/parseArguments.ts';
import { writeFile } from '../effects/files.ts';
import { placeOf } from '../effects/paths.ts';
import { openModel, runArgument } from '../runs/openModel.ts';

export const exportModel = defineCommand({
  name: 'export',
  summary:
    'Turns a trained model into one file that needs nothing of Neumann: a TypeScript module, or ONNX. Both take the columns of the table as they are.',
  arguments: { run: runArgument },
  options: {
    to: { kind: 'text', value: 'FILE', summary: 'predictor.ts or model.onnx; its ending says which' },
  },
  examples: [
    'neumann export runs/penguins-species-1 --to predictor.ts',
    'neumann export runs/penguins-species-1 --to model.onnx',
  ],
  async run({ run, to }, effects) {
    if (to === undefined)
      throw usageError('export', '--to is missing: --to predictor.ts or --to model.onnx.');
    const kind = /\.(ts|onnx)$/i.exec(to)?.[1].toLowerCase();
    if (kind === undefined) throw usageError('export', `--to is '${to}'; its ending must be .ts or .onnx.`);
    const model = await openModel(run, effects);
    const { exportOnnx, exportTypeScript } = await import('../../export/index.ts');
    const data = kind === 'ts' ? exportTypeScript(model) : exportOnnx(model);
    writeFile(effects.files, placeOf(effects, to), data);
  },
});

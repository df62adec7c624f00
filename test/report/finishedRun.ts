import { tableFromObjects, type Table } from '../../src/data/table/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { reportInput, type ReportInput, type ReportSource } from '../../src/report/index.ts';
import { train, type TrainEvent } from '../../src/train/index.ts';

/** A column name and a class name that would run, if anything let them. */
export const EVIL = `<script>alert("x")</script>&'`;

/** Rows whose class and size hang on `x` (and a little on `y`); `noise` says nothing. */
function sampleTable(rows = 120): Table {
  const random = randomStream(7, 'report table');
  const objects = Array.from({ length: rows }, (_, row) => {
    const [x, y, noise] = [0, 1, 2].map((k) => random.normal(row * 4 + k));
    return {
      x,
      y,
      [EVIL]: noise,
      side: x + 0.3 * y > 0 ? `right ${EVIL}` : 'left',
      third: x > 0.6 ? 'high' : x > -0.6 ? 'middle' : 'low',
      size: 100 + 20 * x + 5 * y + random.normal(row * 4 + 3),
    };
  });
  return tableFromObjects(objects).table;
}

export interface SampleOptions {
  readonly targets: readonly string[];
  readonly set?: readonly string[];
}

/** A short run on that table. */
export async function finishedRun({ targets, set = [] }: SampleOptions): Promise<ReportSource> {
  const table = sampleTable();
  const others = ['side', 'third', 'size'].filter((name) => !targets.includes(name));
  const run = train({
    data: table,
    target: targets,
    recipe: {
      data: { ignore: others },
      model: { kind: 'mlp', hidden: [8] },
      stopping: { epochs: 12, folds: 0 },
    },
    set,
  });
  const events: TrainEvent[] = [];
  for await (const event of run) events.push(event);
  return { run: await run, table, events, name: 'sample.csv' };
}

export const sampleInput = async (options: SampleOptions): Promise<ReportInput> =>
  reportInput(await finishedRun(options));

/** What defaults may depend on: the task and the table's shape, never its values. */
export interface TableFacts {
  /** Rows to learn from. */
  readonly rows: number;
  readonly validationRows: number;
  /** Numbers in a prepared row. */
  readonly width: number;
  /** The first target's. */
  readonly task: 'classification' | 'regression';
  /** Each target's, where there are several. */
  readonly tasks?: Readonly<Record<string, 'classification' | 'regression'>>;
}

export interface TableDefaults {
  readonly hidden: number[];
  readonly dropout: number;
  readonly linearPath: 'none' | 'zeros' | 'fitted';
  readonly averagingDecay: number;
  readonly members: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly patience: number;
  readonly folds: number;
}

/** The default recipe's numbers, found on public tables; `bench/results/defaults.json` holds what they reach there. */
export function builtInDefaults(facts: TableFacts, kind: 'mlp' | 'linear' | 'layers'): TableDefaults {
  const { rows, validationRows } = facts;
  const large = rows + validationRows > 10_000;
  return {
    hidden: large ? [256, 128] : [128, 64],
    dropout: large ? 0 : 0.3,
    linearPath: 'fitted',
    averagingDecay: 0.995,
    members: 1,
    learningRate: 0.001,
    weightDecay: 0.02,
    batchSize: batchSizeFor(rows),
    epochs: large ? 60 : 300,
    patience: large ? 10 : 20,
    folds: kind !== 'layers' && validationRows > 0 && !large ? 5 : 0,
  };
}

function batchSizeFor(rows: number): number {
  if (rows < 10_000) return 32;
  return rows < 50_000 ? 128 : 256;
}

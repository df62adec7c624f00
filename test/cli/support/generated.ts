/** Bad input that is too large, or too much of a pattern, to lie in a folder. */
interface GeneratedCase {
  readonly command: string;
  readonly files: () => Readonly<Record<string, string | Uint8Array>>;
  readonly expected: {
    readonly exit: number;
    readonly stderr?: string;
    readonly warnings?: readonly string[];
    readonly kinds?: Readonly<Record<string, string>>;
  };
}

const lines = (header: string, count: number, line: (row: number) => string): string =>
  `${header}\n${Array.from({ length: count }, (_, row) => `${line(row)}\n`).join('')}`;

const quick = [
  'stopping.folds=0',
  'stopping.epochs=1',
  'model.hidden=4',
  'model.linearPath=none',
  'split.train=0.9',
  'split.validation=0.05',
  'split.test=0.05',
]
  .map((edit) => `--set ${edit}`)
  .join(' ');

export const generated: Readonly<Record<string, GeneratedCase>> = {
  'cell-over-1-MiB': {
    command: 'train data.csv --target kind',
    files: () => ({ 'data.csv': `a,kind\n1,x\n${'9'.repeat(2 ** 20 + 1)},y\n` }),
    expected: { exit: 1, stderr: 'data.csv, line 3: cell 1 is longer than 1 MiB' },
  },
  '100,000-distinct-categories': {
    command: `train data.csv --target kind --type town=category --json ${quick}`,
    files: () => ({
      'data.csv': lines(
        'town,size,kind',
        100_000,
        (row) => `town${row},${(row * 7919) % 101},${row % 3 ? 'a' : 'b'}`,
      ),
    }),
    expected: { exit: 0, kinds: { town: 'category' } },
  },
  'model-file-cut-short': {
    command: 'predict model.safetensors data.csv',
    files: () => ({
      'data.csv': 'a\n1\n',
      'model.safetensors': Uint8Array.of(200, 0, 0, 0, 0, 0, 0, 0, 123),
    }),
    expected: { exit: 1, stderr: 'model.safetensors is cut short' },
  },
};

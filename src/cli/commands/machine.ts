import { arch, availableParallelism, cpus, platform } from 'node:os';
import process from 'node:process';
import { BLAS_VARIABLE } from '../../machine/blas/candidates.node.ts';
import { searchBlas, type BlasSearch } from '../../machine/blas/findBlas.node.ts';
import { verdictFile } from '../../machine/blas/verdictCache.node.ts';
import { hasRelaxedSimd } from '../../tensor/index.ts';
import { defineCommand } from '../arguments/define.ts';
import { jsonText } from '../format/json.ts';
import { wrap } from '../format/wrap.ts';

const options = {
  again: { kind: 'flag', summary: 'try the BLAS anew, whatever is remembered of it' },
  json: { kind: 'flag', summary: 'print it as one JSON object' },
} as const;

export const machine = defineCommand({
  name: 'machine',
  summary:
    'Says what this machine has to compute with: processors, SIMD, a BLAS for large products; and what to install for more speed. Nothing of it changes the results of exact mode.',
  arguments: {},
  options,
  examples: [
    'neumann machine',
    'neumann machine --again',
    `${BLAS_VARIABLE}=/opt/lib/libopenblas.so neumann machine`,
  ],
  async run({ json, again }, { stdout }) {
    const facts = machineFacts(again);
    if (json) return stdout.write(jsonText(facts));
    const width = Math.min(stdout.columns - 1, 100);
    for (const [title, text] of lines(facts)) {
      const [first, ...more] = wrap(text, width - 12);
      stdout.write(
        `${title.padEnd(12)}${first}\n${more.map((line) => `${' '.repeat(12)}${line}\n`).join('')}`,
      );
    }
  },
});

interface MachineFacts {
  readonly processor: string;
  readonly processors: number;
  readonly node: string;
  readonly simd: 'plain' | 'relaxed';
  readonly blas: string | null;
  readonly blasPath: string | null;
  readonly refused: BlasSearch['refused'];
  /** The file where it is kept what trials of libraries found. */
  readonly verdicts: string;
  readonly koffi: string | null;
  readonly advice: string | null;
}

function machineFacts(again: boolean): MachineFacts {
  const search = searchBlas(again);
  return {
    processor: `${cpus()[0]?.model ?? 'unknown'} (${platform()} ${arch()})`,
    processors: availableParallelism(),
    node: process.version,
    simd: hasRelaxedSimd() ? 'relaxed' : 'plain',
    blas: search.found?.name ?? null,
    blasPath: search.found?.candidate.path ?? null,
    refused: search.refused,
    verdicts: verdictFile(),
    koffi: search.koffi ?? null,
    advice: advice(search),
  };
}

function lines(facts: MachineFacts): [title: string, text: string][] {
  const { processor, processors, node, simd, blas, blasPath, refused } = facts;
  return [
    ['processor', `${processor}, ${processors} threads at once`],
    ['Node', node],
    ['SIMD', simd === 'relaxed' ? 'relaxed: multiply and add in one (fast mode)' : 'plain'],
    ['BLAS', blas === null ? 'none' : `${blas}: ${blasPath}`],
    ...refused.map(({ path, why }): [string, string] => ['', `not ${path}: ${why}`]),
    ...(blas === null && refused.length === 0
      ? []
      : [['', `remembered in ${facts.verdicts}; neumann machine --again tries anew`] as [string, string]]),
    ...(facts.advice === null ? [] : [['advice', facts.advice] as [string, string]]),
  ];
}

function advice({ found, koffi, refused }: BlasSearch): string | null {
  if (found) return null;
  const use = 'Large nets in fast mode are several times as fast with a BLAS.';
  if (koffi === undefined)
    return `${use} The package koffi, which calls it, is not installed here: npm install koffi.`;
  const variable = process.env[BLAS_VARIABLE];
  if (variable === 'none') return `${use} ${BLAS_VARIABLE}=none turns it off.`;
  const another = refused.length > 0 ? 'another one' : 'one';
  return `${use} To install ${another}: ${installs[platform()] ?? installs.linux}. Or name its file in ${BLAS_VARIABLE}.`;
}

const installs: Readonly<Record<string, string>> = {
  linux:
    'apt install libopenblas0-pthread (Debian, Ubuntu), dnf install openblas (Fedora), conda install openblas',
  darwin: 'brew install openblas',
  win32: 'conda install openblas',
};

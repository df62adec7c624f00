import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result, TrainEvent } from '../../src/train/index.ts';
import { parseLog } from '../../src/cli/runs/runLog.ts';
import { generated } from './support/generated.ts';
import { world, type World } from './support/world.ts';

/** What `expected.json` of a case says. */
interface Expected {
  readonly exit: number;
  /** Refused: what the one line on standard error holds. */
  readonly stderr?: string;
  /** Handled: what the warnings hold, in any order. */
  readonly warnings?: readonly string[];
  readonly columns?: readonly string[];
  readonly kinds?: Readonly<Record<string, string>>;
}

interface Case {
  readonly command: string;
  readonly expected: Expected;
  /** Puts the input in a folder. */
  readonly prepare: (folder: string) => void;
}

const root = new URL('cases/', import.meta.url);

const fromFolders = readdirSync(root).map((name): [string, Case] => {
  const text = (file: string) => readFileSync(new URL(`${name}/${file}`, root), 'utf8');
  const prepare = (folder: string) =>
    cpSync(new URL(`${name}/input/`, root), folder, {
      recursive: true,
      filter: (path) => !path.endsWith('.gitkeep'),
    });
  return [
    name,
    { command: text('command').trim(), expected: JSON.parse(text('expected.json')) as Expected, prepare },
  ];
});

const fromCode = Object.entries(generated).map(([name, { command, files, expected }]): [string, Case] => {
  const prepare = (folder: string) =>
    Object.entries(files()).forEach(([file, data]) => writeFileSync(join(folder, file), data));
  return [name, { command, expected, prepare }];
});

const cases = [...fromFolders, ...fromCode];
const wordsOf = (command: string): string[] => command.split(' ');

let place: World;
beforeEach(() => void (place = world()));
afterEach(() => place.remove());

describe('refused, in one sentence, with nothing left behind', () => {
  test.each(cases.filter(([, { expected }]) => expected.exit !== 0))(
    '%s',
    async (_, { command, expected, prepare }) => {
      prepare(place.folder);
      const before = readdirSync(place.folder, { recursive: true });
      const { code, stdout, stderr } = await place.run(...wordsOf(command));
      const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('warning: '));
      expect(said).toEqual([expect.stringContaining(expected.stderr!)]);
      expect(said[0]).toMatch(/^neumann: \S.*([.?]|--help|COLUMN)$/);
      expect(said[0]).not.toContain('defect');
      expect([code, stdout]).toEqual([expected.exit, '']);
      expect(readdirSync(place.folder, { recursive: true })).toEqual(before);
    },
  );
});

describe('handled, and said where a person should know', () => {
  test.each(cases.filter(([, { expected }]) => expected.exit === 0))(
    '%s',
    async (_, { command, expected, prepare }) => {
      prepare(place.folder);
      const { code, stdout, stderr } = await place.run(...wordsOf(command));
      expect([code, stderr]).toEqual([0, '']);
      const { run, ...result } = JSON.parse(stdout) as { run: string } & Result;
      const warnings = result.warnings.map(({ text }) => text).join('\n');
      expected.warnings?.forEach((text) => expect(warnings).toContain(text));
      expect(Number.isFinite(result.test?.loss)).toBe(true);
      const columns = plannedColumns(place.folder, run);
      if (expected.columns) expect(columns.map(({ name }) => name)).toEqual(expected.columns);
      const kinds = Object.fromEntries(columns.map(({ name, kind }) => [name, kind]));
      expect(kinds).toMatchObject(expected.kinds ?? {});
    },
  );
});

function plannedColumns(folder: string, run: string) {
  const lines = parseLog(readFileSync(join(folder, run, 'events.jsonl'), 'utf8'));
  return lines.find((line): line is Extract<TrainEvent, { type: 'planned' }> => line.type === 'planned')!
    .columns;
}

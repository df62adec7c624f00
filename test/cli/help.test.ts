import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { writeTable } from './support/tables.ts';
import { world, type World } from './support/world.ts';

let place: World;
beforeEach(() => void (place = world()));
afterEach(() => place.remove());

const printed = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await place.run(...argv);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
};

describe('help', () => {
  test('of all commands', async () => {
    const overview = await printed();
    for (const name of Object.keys(commands)) expect(overview).toContain(`  ${name} `);
    expect(await printed('--help')).toBe(overview);
    expect(await printed('help')).toBe(overview);
  });

  test.each(Object.keys(commands))('of %s', async (name) => {
    const text = await printed(name, '--help');
    expect(text).toMatch(new RegExp(`^Usage  neumann ${name} `));
    expect(await printed('help', name)).toBe(text);
    expect(text.split('Examples')[1]).toContain(`neumann ${name}`);
  });
});

describe('recipe', () => {
  test('lists the named ones', async () => {
    expect(await printed('recipe')).toMatch(/ {2}default\n {6}\w[^]* {2}linear\n {6}\w/);
  });

  test('shows one in full, which can be trained by', async () => {
    const recipe = await printed('recipe', 'sgd');
    expect(JSON.parse(recipe)).toMatchObject({ optimizer: { name: 'sgd', nesterov: true }, seed: 0 });
    writeFileSync(join(place.folder, 'mine.json'), recipe);
    expect(await printed('recipe', 'mine.json')).toBe(recipe);
  });

  test('prints the schema, with a word on every field', async () => {
    const schema = JSON.parse(await printed('recipe', '--schema')) as {
      properties: Record<string, { description: string }>;
    };
    expect(Object.values(schema.properties).every(({ description }) => description.length > 5)).toBe(true);
  });

  test('says what fields do, all of them or some', async () => {
    expect(await printed('recipe', '--fields')).toContain('\nbatches.size\n');
    const some = await printed('recipe', '--fields', 'optimizer(adam)');
    expect(some).toMatch(/^optimizer\(adam\)\.learningRate\n {4}\w/);
    expect(some).not.toContain('sgd');
    expect(await printed('recipe', '--fields', 'optimizer.beta1')).toContain('optimizer(adam).beta1\n');
  });
});

describe('describe', () => {
  beforeEach(() => void writeTable(place.folder));

  test('says of each column what it is', async () => {
    const text = await printed('describe', 'data.csv');
    expect(text).toMatch(/^150 rows, 6 columns\n/);
    expect(text).toMatch(/\n {2}id +identifier +150 /);
    expect(text).toMatch(/\n {2}y +number +9 +1\d\d +-\d\.\d+ … /);
    expect(text).toMatch(/\n {2}colour +category +3 +red 33 %, /);
    expect(text).toContain("! Column 'id'");
  });

  test('as one object', async () => {
    const { columns, ...rest } = JSON.parse(await printed('describe', 'data.csv', '--json')) as {
      columns: { name: string; missing: number }[];
    };
    expect(columns.map(({ name }) => name)).toEqual(['id', 'x', 'y', 'colour', 'price', 'kind']);
    expect(columns[2].missing).toBe(9);
    expect(rest).toMatchObject({ table: 'data.csv', rows: 150, dialect: { delimiter: ',' } });
  });

  test('names columns that give the target away', async () => {
    writeFileSync(
      join(place.folder, 'leak.csv'),
      `a,b,y\n${Array.from({ length: 60 }, (_, i) => `${(i * 37) % 11},${3 * i},${i}\n`).join('')}`,
    );
    expect(await printed('describe', 'leak.csv', '--target', 'y')).toMatch(/! .*'b'/);
  });
});

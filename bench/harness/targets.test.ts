import { describe, expect, it } from 'vitest';
import type { Place, Race } from './race.ts';
import { targetsOf } from './targets.ts';

const place = (contestant: string, microseconds: number, more: Partial<Place> = {}): Place => ({
  contestant,
  ours: contestant.startsWith('Neumann'),
  bound: false,
  threads: 1,
  difference: 0,
  agrees: true,
  processor: [microseconds, 2 * microseconds, microseconds],
  wall: [9 * microseconds, 9 * microseconds, 9 * microseconds],
  steps: 3,
  memory: 1,
  ...more,
});

const raceOf = (name: string, places: readonly Place[]): Race => ({
  workload: name,
  name,
  title: name,
  tolerance: 1e-3,
  counted: { unit: 'row', each: 1 },
  places,
  absent: [],
});

const find = (races: readonly Race[], text: string) =>
  targetsOf({ races }).find((target) => target.text.includes(text))!;

describe('targetsOf', () => {
  it('judges by the median ratio to the best of the rivals that were meant', () => {
    const places = [
      place('Neumann fast', 1),
      place('PyTorch eager', 130),
      place('PyTorch eager, foreach', 90),
    ];
    const target = find([raceOf('W1', places)], ', eager');
    expect(target.met).toBe(false);
    expect(target.measured).toContain('90');
  });

  it('leaves out a rival that did other work', () => {
    const other = place('brain.js', 1, { agrees: false, difference: 5 });
    const places = [place('Neumann fast', 1), other, place('jax-js', 4)];
    expect(find([raceOf('W2', places)], 'fast: 3 times the best JavaScript rival').met).toBe(true);
  });

  it('takes nine tenths for no slower', () => {
    const against = (microseconds: number) =>
      find([raceOf('W3', [place('Neumann fast', 100), place('NumPy by hand', microseconds)])], 'no slower')
        .met;
    expect(against(91)).toBe(true);
    expect(against(89)).toBe(false);
  });

  it('says that a target was not measured where its rival is not there', () => {
    expect(find([raceOf('W1', [place('Neumann fast', 1)])], ', eager').met).toBeUndefined();
  });

  it('judges several cores by the quietest round of each', () => {
    const shared = (contestant: string, wall: number[]) => place(contestant, 1, { threads: 2, wall });
    const ours = shared('Neumann fast, 2 threads', [100, 50]);
    const rival = shared('PyTorch eager, 2 threads', [900, 60]);
    const target = find([raceOf('W4', [ours, rival])], 'all cores');
    expect(target.measured).toMatch(/^1\.2 by the quietest rounds/);
    expect(target.met).toBe(true);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryScenario } from '../link/arbitraryScenario.forTest.ts';
import { startScenario } from '../startScenario.ts';
import { readScenario, writeScenario } from './scenarioFile.ts';

test('any scenario comes back from its file', () => {
  fc.assert(
    fc.property(arbitraryScenario(), (scenario) => {
      // JSON has no negative zero.
      const expected = JSON.parse(JSON.stringify(scenario)) as unknown;
      expect(readScenario(writeScenario(scenario))).toEqual({ scenario: expected, problems: [] });
    }),
  );
});

test('what is no scenario is told apart', () => {
  expect(readScenario('a,b\n1,2')).toBe('notJson');
  for (const text of ['[]', '5', 'null', '{"recipe":1}']) expect(readScenario(text)).toBe('notScenario');
});

test('of damaged and newer files reads what can be read', () => {
  const text = JSON.stringify({
    neumann: 'scenario',
    defaults: 99,
    data: { noise: 2, rows: 'many' },
    warp: 1,
  });
  const read = readScenario(text);
  expect(read).toEqual({
    scenario: { ...startScenario(), data: { ...startScenario().data, noise: 2 } },
    problems: [
      { code: 'newer', defaults: 99 },
      { code: 'unreadable', paths: ['data.rows', 'warp'] },
    ],
  });
});

import { expect, test } from 'vitest';
import { advance, goBack, goForward, startHistory } from './history.ts';

test('goes back and forward through every state', () => {
  let history = startHistory('a');
  history = advance(history, 'b', 0);
  history = advance(history, 'c', 1);
  expect(goBack(history).present).toBe('b');
  expect(goBack(goBack(history)).present).toBe('a');
  expect(goBack(goBack(goBack(history))).present).toBe('a');
  expect(goForward(goBack(history))).toEqual({ ...history, gathering: null });
  expect(goForward(history).present).toBe('c');
});

test('an edit after undo forgets what was undone', () => {
  const history = advance(goBack(advance(startHistory(1), 2, 0)), 3, 1);
  expect(goForward(history).present).toBe(3);
  expect(goBack(history).present).toBe(1);
});

test('edits with one key in quick succession are one step, however long they last', () => {
  let history = startHistory(0);
  for (let i = 1; i <= 10; i++) history = advance(history, i, i * 900, 'slider');
  expect(goBack(history).present).toBe(0);
  history = advance(history, 11, 9000 + 1001, 'slider');
  expect(goBack(history).present).toBe(10);
  history = advance(history, 12, 9000 + 1002, 'another');
  expect(goBack(history).present).toBe(11);
});

test('undo ends a gathering', () => {
  let history = advance(advance(startHistory(0), 1, 0, 'slider'), 2, 100);
  history = advance(goBack(history), 3, 150, 'slider');
  expect(goBack(history).present).toBe(1);
});

test('remembers the last 200 steps', () => {
  let history = startHistory(0);
  for (let i = 1; i <= 500; i++) history = advance(history, i, i);
  expect(history.past.length).toBe(200);
  expect(history.past[0]).toBe(300);
});

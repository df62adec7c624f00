import { beforeEach, expect, test, vi } from 'vitest';
import type { Lesson } from './scenario.ts';
import { startScenario } from './startScenario.ts';
import { Studio } from './studio.svelte.ts';

let studio: Studio;
beforeEach(() => {
  studio = new Studio();
});

test('values fall back to the base recipe', () => {
  expect(studio.valueOf('recipe.optimizer.learningRate')).toBe(0.03);
  expect(studio.valueOf('recipe.optimizer.momentum')).toBe(undefined);
  expect(studio.valueOf('data.noise')).toBe(startScenario().data.noise);
  studio.edit('recipe.optimizer.learningRate', 0.1);
  expect(studio.valueOf('recipe.optimizer.learningRate')).toBe(0.1);
  expect(studio.scenario.recipe).toEqual({ optimizer: { learningRate: 0.1 } });
});

test('a value set back to the base, or to undefined, leaves nothing behind', () => {
  studio.edit('recipe.optimizer.learningRate', 0.1);
  studio.edit('recipe.optimizer.learningRate', 0.03);
  expect(studio.scenario.recipe).toEqual({});
  studio.edit('recipe.optimizer.learningRate', 0.1);
  studio.edit('recipe.optimizer.learningRate', undefined);
  expect(studio.scenario.recipe).toEqual({});
});

test('another name drops the options of the old one', () => {
  studio.edit('recipe.optimizer.momentum', 0.9);
  studio.edit('recipe.optimizer.name', 'adam');
  expect(studio.scenario.recipe).toEqual({ optimizer: { name: 'adam' } });
  expect(studio.valueOf('recipe.optimizer.learningRate')).toBe(undefined);
  studio.edit('recipe.optimizer.name', 'sgd');
  expect(studio.scenario.recipe).toEqual({});
  expect(studio.valueOf('recipe.optimizer.learningRate')).toBe(0.03);
});

test('a name alone chooses, and is read as a name', () => {
  studio.edit('recipe.model.activation', 'relu');
  expect(studio.scenario.recipe).toEqual({ model: { activation: { name: 'relu' } } });
  studio.edit('recipe.schedule', 'cosine');
  expect(studio.valueOf('recipe.schedule.name')).toBe('cosine');
});

test('another kind of split keeps the shares, another kind of model nothing', () => {
  studio.edit('recipe.split.kind', 'random');
  expect(studio.valueOf('recipe.split.train')).toBe(0.5);
  studio.edit('recipe.model.kind', 'linear');
  expect(studio.valueOf('recipe.model')).toEqual({ kind: 'linear' });
});

test('lists are replaced as a whole', () => {
  studio.edit('recipe.model.hidden', [8, 8, 8]);
  studio.edit('recipe.model.hidden.1', 5);
  expect(studio.scenario.recipe).toEqual({ model: { hidden: [8, 5, 8] } });
  studio.edit('recipe.model.hidden.1', undefined);
  expect(studio.valueOf('recipe.model.hidden')).toEqual([8, 8]);
  studio.edit('recipe.penalties.0', { name: 'l2', strength: 0.01 });
  studio.edit('recipe.penalties.0.strength', 0.1);
  expect(studio.valueOf('recipe.penalties')).toEqual([{ name: 'l2', strength: 0.1 }]);
});

test('B says what differs from A, and forgets the options of what A no longer chooses', () => {
  studio.edit('other', {});
  studio.edit('other.optimizer.momentum', 0.9);
  expect(studio.scenario.other).toEqual({ optimizer: { momentum: 0.9 } });
  expect(studio.valueOf('other.optimizer.learningRate')).toBe(0.03);
  studio.edit('recipe.optimizer.learningRate', 0.1);
  expect(studio.valueOf('other.optimizer.learningRate')).toBe(0.1);
  expect(studio.valueOf('other.optimizer.momentum')).toBe(0.9);
  studio.edit('recipe.optimizer.name', 'adam');
  expect(studio.scenario.other).toEqual({});
  studio.edit('other', null);
  expect(studio.scenario.other).toBe(null);
});

test('undo and redo; edits that change nothing are no steps', () => {
  studio.edit('data.noise', startScenario().data.noise);
  expect(studio.canUndo).toBe(false);
  studio.edit('data.noise', 2);
  studio.edit('view.discrete', true);
  studio.undo();
  studio.undo();
  expect(studio.scenario).toEqual(startScenario());
  expect(studio.canUndo).toBe(false);
  studio.redo();
  expect(studio.valueOf('data.noise')).toBe(2);
  expect(studio.canRedo).toBe(true);
  studio.reset({ ...startScenario(), room: 'other' });
  studio.undo();
  expect(studio.valueOf('data.noise')).toBe(2);
});

test('what is drawn in one go is undone in one', () => {
  vi.useFakeTimers();
  for (let i = 0; i < 20; i++) {
    studio.edit('data.noise', 1 + i / 10, { gather: 'noise' });
    vi.advanceTimersByTime(100);
  }
  studio.undo();
  expect(studio.scenario).toEqual(startScenario());
  vi.useRealTimers();
});

test('a lesson locks and hides paths and all below them', () => {
  const lesson: Lesson = { title: '', text: '', hidden: ['data'], locked: ['recipe.optimizer'], goal: null };
  studio.reset({ ...startScenario(), lesson });
  expect(studio.hidden('data.noise')).toBe(true);
  expect(studio.hidden('recipe.optimizer')).toBe(false);
  expect(studio.locked('recipe.optimizer.learningRate')).toBe(true);
  expect(studio.locked('other.optimizer.learningRate')).toBe(true);
  studio.edit('recipe.optimizer.learningRate', 5);
  expect(studio.valueOf('recipe.optimizer.learningRate')).toBe(0.03);
});

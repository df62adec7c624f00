import { describe, expect, it } from 'vitest';
import { blend, contrast } from './contrast.ts';
import { dark, DEEPEST_HEAT, light } from './palette.ts';
import { stylesheet } from './stylesheet.ts';

it('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(blend('#000000', '#ffffff', 0.25)).toBe('#bfbfbf');
});

describe.each([['light', light] as const, ['dark', dark] as const])('%s', (_name, palette) => {
  it('sets all text with a contrast of at least 4.5', () => {
    for (const paper of [palette.paper, palette.inset, palette.band])
      for (const text of [palette.ink, palette.muted, palette.accent])
        expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps counts readable on the deepest heat', () => {
    for (const heat of [palette.heat, palette.heatWrong])
      for (const share of [0.1, 0.3, 0.5, 0.7, DEEPEST_HEAT])
        expect(contrast(palette.ink, blend(heat, palette.inset, share))).toBeGreaterThanOrEqual(4.5);
  });

  it('draws lines with a contrast of at least 3', () => {
    for (const color of [palette.blue, palette.orange, palette.green, palette.purple, palette.grey])
      expect(contrast(color, palette.paper)).toBeGreaterThanOrEqual(3);
  });
});

it('the style sheet uses only colours that there are', () => {
  const used = [...stylesheet.text.matchAll(/var\(--(\w+)\)/g)].map(([, name]) => name);
  const known = new Set([...Object.keys(light), 'serif', 'sans', 'mono', 'c']);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
  expect(stylesheet.text).not.toContain('</');
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blendTable, classColours, divergingTable, levelOf, LEVELS, middleOf, pixelOf } from './colours.ts';

const tokens = readFileSync(new URL('../style/tokens.css', import.meta.url), 'utf8');
const brightness = (pixel: number) => (pixel & 255) + ((pixel >> 8) & 255) + ((pixel >> 16) & 255);

test('class colours are those of the style sheet', () => {
  const hex = classColours.map((colour) =>
    colour.map((channel) => channel.toString(16).padStart(2, '0')).join(''),
  );
  hex.forEach((colour, index) => expect(tokens).toContain(`--class-${index + 1}: #${colour};`));
});

test('the signed map goes from orange over the middle to blue, light by day and dark by night', () => {
  for (const theme of ['light', 'dark'] as const) {
    const table = divergingTable(theme);
    const red = (level: number) => table[level] & 255;
    const blue = (level: number) => (table[level] >> 16) & 255;
    expect(red(0)).toBeGreaterThan(blue(0));
    expect(blue(LEVELS - 1)).toBeGreaterThan(red(LEVELS - 1));
  }
  expect(brightness(divergingTable('light')[128])).toBeGreaterThan(700);
  expect(brightness(divergingTable('dark')[128])).toBeLessThan(150);
});

test('pixels are opaque and in the order of ImageData', () => {
  const bytes = new Uint8ClampedArray(Uint32Array.of(pixelOf([1, 2, 3])).buffer);
  expect([...bytes]).toEqual([1, 2, 3, 255]);
  expect(pixelOf(middleOf('light')) >>> 24).toBe(255);
});

test('levels cover -1 to 1, clamp what is outside, and put what is no number in the middle', () => {
  expect([-5, -1, 0, 1, 5, Infinity, -Infinity].map(levelOf)).toEqual([0, 0, 128, 255, 255, 255, 0]);
  expect(levelOf(Number.NaN)).toBe(128);
});

test('a table is made once', () => {
  expect(blendTable([0, 0, 0], [255, 0, 0], 'light')).toBe(blendTable([0, 0, 0], [255, 0, 0], 'light'));
});

import { expect, it } from 'vitest';
import { disc, group, hint, shape, svg, text } from './shapes.ts';

it('rounds numbers, leaves out what is undefined or empty, and escapes', () => {
  expect(shape('rect', { x: 1.26, width: 3, y: undefined, class: '' }).text).toBe(
    '<rect x="1.3" width="3"/>',
  );
  expect(text('a"b', [0, 1], '<x>').text).toBe('<text class="a&quot;b" x="0" y="1">&lt;x&gt;</text>');
});

it('nests', () => {
  expect(group('g', disc('d', [1, 2], 3, hint('h'))).text).toBe(
    '<g class="g"><circle class="d" cx="1" cy="2" r="3"><title>h</title></circle></g>',
  );
});

it('names every picture', () => {
  expect(svg({ width: 4, height: 5 }, 'name', null).text).toBe(
    '<svg viewBox="0 0 4 5" role="img"><title>name</title></svg>',
  );
});

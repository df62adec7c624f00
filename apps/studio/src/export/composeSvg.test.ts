import { expect, test } from 'vitest';
import { composeSvg } from './composeSvg.ts';

const sheet = { title: 'A < B & "C"', ink: '#000', background: '#fff', font: 'Arial' };
const picture = (x: number, y: number, content = '') => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">${content}</svg>`,
  x,
  y,
  width: 100,
  height: 50,
});

test('pictures keep their distance, the sheet holds them all', () => {
  const svg = composeSvg([picture(300, 200), picture(420, 260)], sheet);
  expect(svg).toMatch(/^<svg [^>]*width="252" height="170"/);
  expect(svg).toContain('<svg x="16" y="44" ');
  expect(svg).toContain('<svg x="136" y="104" ');
});

test('the title is text', () => {
  expect(composeSvg([picture(0, 0)], sheet)).toContain('>A &lt; B &amp; &quot;C&quot;</text>');
});

test('names within a picture are its own', () => {
  const clip = '<clipPath id="clip1"/><g clip-path="url(#clip1)"/>';
  const svg = composeSvg([picture(0, 0, clip), picture(0, 60, clip)], sheet);
  for (const index of [0, 1]) {
    expect(svg).toContain(`<clipPath id="p${index}-clip1"/>`);
    expect(svg).toContain(`<g clip-path="url(#p${index}-clip1)"/>`);
  }
});

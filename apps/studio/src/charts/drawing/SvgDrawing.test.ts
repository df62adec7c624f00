import { expect, test } from 'vitest';
import { SvgDrawing } from './SvgDrawing.ts';

test('lines, circles and words stay vectors, with their style', () => {
  const drawing = new SvgDrawing();
  drawing.strokeStyle = 'red';
  drawing.setLineDash([3, 2]);
  drawing.beginPath();
  drawing.moveTo(1, 2);
  drawing.lineTo(3.14159, 4);
  drawing.stroke();
  drawing.beginPath();
  drawing.arc(10, 10, 5, 0, 2 * Math.PI);
  drawing.fill();
  drawing.textAlign = 'right';
  drawing.fillText('a < b', 5, 6);
  const file = drawing.file(40, 30, { title: 'Loss & more' });
  expect(file).toContain('<path d="M1 2L3.14 4" fill="none" stroke="red" stroke-width="1"');
  expect(file).toContain('stroke-dasharray="3 2"');
  expect(file).toContain('M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10Z');
  expect(file).toMatch(/text-anchor="end".*>a &lt; b<\/text>/);
  expect(file).toContain('<title>Loss &amp; more</title>');
});

test('restore brings style and clip back', () => {
  const drawing = new SvgDrawing();
  drawing.save();
  drawing.beginPath();
  drawing.rect(0, 0, 10, 10);
  drawing.clip();
  drawing.lineWidth = 7;
  drawing.beginPath();
  drawing.moveTo(0, 0);
  drawing.lineTo(1, 1);
  drawing.stroke();
  drawing.restore();
  drawing.stroke();
  const [clipped, free] = drawing.file(9, 9, { title: '' }).match(/<path d="M0 0L1 1"[^>]*>/g)!;
  expect(clipped).toMatch(/stroke-width="7".*clip-path="url\(#clip1\)"/);
  expect(free).toMatch(/stroke-width="1"/);
  expect(free).not.toContain('clip-path');
});

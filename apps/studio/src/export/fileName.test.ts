import { expect, test } from 'vitest';
import { fileName } from './fileName.ts';

test('names are safe and readable', () => {
  expect(fileName('Decision surface; validation accuracy 0.93', 'png')).toBe(
    'Decision-surface-validation-accuracy-0.93.png',
  );
  expect(fileName('../../etc/passwd', 'svg')).toBe('etc-passwd.svg');
  expect(fileName('Döntési felület', 'svg')).toBe('Döntési-felület.svg');
  expect(fileName('???', 'svg')).toBe('neumann.svg');
});

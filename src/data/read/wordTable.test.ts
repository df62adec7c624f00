import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable } from './wordTable.ts';

test('numbers words in order of first appearance, like a Map of strings', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '🙂', '0'), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), (words) => {
      const table = new WordTable();
      const expected = new Map<string, number>();
      for (const text of words) {
        if (!expected.has(text)) expected.set(text, expected.size);
        const bytes = new TextEncoder().encode(`<${text}>`);
        expect(table.add(bytes, 1, bytes.length - 1)).toBe(expected.get(text));
      }
      expect(table.size).toBe(expected.size);
      expect(table.decode('utf-8')).toEqual([...expected.keys()]);
    }),
  );
});

test('grows past its first arena and slots', () => {
  const table = new WordTable();
  const words = Array.from({ length: 5000 }, (_, i) => `word ${i * 7919}`);
  const codes = words.map((word) => table.add(new TextEncoder().encode(word), 0, word.length));
  expect(codes).toEqual(words.map((_, i) => i));
  expect(table.decode('utf-8')).toEqual(words);
  expect(table.nonAscii).toBe(false);
});

const NO = 'false no n f off 0 non nein nem';
const YES = 'true yes y t on 1 si sí oui ja igen';

/** Ways to write no (0) and yes (1), in lower case. */
export const truthWords: Readonly<Record<string, number>> = Object.fromEntries([
  ...NO.split(' ').map((word) => [word, 0] as const),
  ...YES.split(' ').map((word) => [word, 1] as const),
]);

/** Whether these are a no and a yes, in this order. */
export function isTruthPair(words: readonly string[]): boolean {
  const [no, yes] = words.map((word) => truthWords[word.trim().toLowerCase()]);
  return words.length === 2 && no === 0 && yes === 1;
}

export interface WordImputerSettings {
  readonly strategy: 'mostFrequent' | 'constant';
  /** What `constant` fills in. */
  readonly constant?: string;
}

export interface FittedWordImputer {
  /** What stands for a missing word; null where training had none to find it from. */
  readonly fill: string | null;
  apply(this: void, word: string | null): string | null;
  toJSON(this: void): { fill: string | null };
}

/** Finds what stands for a missing word (null): the most frequent one, the first in order on a tie, or one given. */
export function fitWordImputer(
  settings: WordImputerSettings,
  words: readonly (string | null)[],
): FittedWordImputer {
  if (settings.strategy === 'constant') return restoreWordImputer({ fill: settings.constant ?? 'missing' });
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return restoreWordImputer({ fill: ranked[0]?.[0] ?? null });
}

export function restoreWordImputer({ fill }: { readonly fill: string | null }): FittedWordImputer {
  return { fill, apply: (word) => word ?? fill, toJSON: () => ({ fill }) };
}

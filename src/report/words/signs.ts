const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as single signs: é, 中 and 👩‍🔬 are one each. */
export const signsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

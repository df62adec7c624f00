/** Shares of the rows; they sum to 1. */
export interface Parts {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/** The least that is left to learn from. */
const LEAST = 0.05;

/** The end of the training or of the validation part moved along the rows, from 0 to 1; the other end gives way. */
export function moveEnd({ train, validation }: Parts, end: 'train' | 'validation', to: number): Parts {
  const place = Math.min(Math.max(to, LEAST), 1);
  const trainEnd = end === 'train' ? place : Math.min(train, place);
  const validationEnd = end === 'validation' ? place : Math.max(train + validation, place);
  return {
    train: rounded(trainEnd),
    validation: rounded(validationEnd - trainEnd),
    test: rounded(1 - validationEnd),
  };
}

/** In whole percents that sum to 100. */
export function percents({ train, validation }: Parts): Parts {
  const [first, second] = [Math.round(100 * train), Math.round(100 * (train + validation))];
  return { train: first, validation: second - first, test: 100 - second };
}

const rounded = (share: number): number => Number(share.toFixed(4));

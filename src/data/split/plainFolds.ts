/** The fold of each row, by position: consecutive blocks (of `order`, if given), the first n mod k of them one row longer. */
export function plainFolds(rows: number, folds: number, order?: Int32Array): Int32Array {
  const foldOf = new Int32Array(rows);
  const longer = rows % folds;
  const size = Math.floor(rows / folds);
  for (let i = 0; i < rows; i++) {
    const inLonger = i < longer * (size + 1);
    const fold = inLonger
      ? Math.floor(i / (size + 1))
      : longer + Math.floor((i - longer * (size + 1)) / size);
    foldOf[order ? order[i] : i] = fold;
  }
  return foldOf;
}

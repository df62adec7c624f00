/**
 * Weights by which all classes count alike: n / (classes * rows of the class), as in scikit-learn. Give it the codes of the
 * training rows; -1 (no class) is passed over. A class without rows weighs 1.
 */
export function balancedClassWeights(codes: Int32Array, classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const code of codes) if (code >= 0) counts[code]++;
  const rows = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => (count === 0 ? 1 : rows / (classes * count)));
}

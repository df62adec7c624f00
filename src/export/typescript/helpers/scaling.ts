/** Functions that bend the scale of a number. */
export const scaling = {
  share: {
    code: `
/** The share of training values below x, from their quantiles; the middle one where x is equal to several. */
function share(x: number, quantiles: Numbers, margin: number): number {
  const last = quantiles.length - 1;
  const at = (place: number) => quantiles[place]!;
  if (x - margin < at(0) || (margin === 0 && x === at(0))) return 0;
  if (x + margin > at(last) || (margin === 0 && x === at(last))) return 1;
  let low = 0;
  while (low < last && at(low + 1) <= x) low++;
  let high = low;
  while (high > 0 && at(high - 1) >= x) high--;
  if (at(low) === x) return (low + high) / 2 / last;
  return (low + (x - at(low)) / (at(low + 1) - at(low))) / last;
}`,
  },
  normalQuantile: {
    code: `
/** Below this lies the share p of a standard normal distribution, within ±5.2: Wichura's AS 241. */
function normalQuantile(p: number): number {
  const bounded = Math.min(Math.max(p, 1e-7 - 2 ** -52), 1 - (1e-7 - 2 ** -52));
  const q = bounded - 0.5;
  const at = (x: number, factors: number[]) => factors.reduceRight((sum, factor) => sum * x + factor, 0);
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const above = [
      3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
      67265.7709270087, 33430.57558358813, 2509.0809287301227,
    ];
    const below = [
      1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
      28729.085735721943, 5226.495278852854,
    ];
    return (q * at(r, above)) / at(r, below);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? bounded : 1 - bounded)) - 1.6;
  const above = [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ];
  const below = [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ];
  return (Math.sign(q) * at(r, above)) / at(r, below);
}`,
  },
  powerOfLog: {
    code: `
/** (e^(power logarithm) - 1) / power, and its limit at 0. */
function powerOfLog(logarithm: number, power: number): number {
  return Math.abs(power) < 1e-16 ? logarithm : Math.expm1(power * logarithm) / power;
}`,
  },
  yeoJohnson: {
    uses: ['powerOfLog'],
    code: `
/** Yeo and Johnson's power of x. */
function yeoJohnson(x: number, lambda: number): number {
  return x < 0 ? -powerOfLog(Math.log1p(-x), 2 - lambda) : powerOfLog(Math.log1p(x), lambda);
}`,
  },
  boxCox: {
    uses: ['powerOfLog'],
    code: `
/** Box and Cox's power of x; a number that is not positive counts as the smallest one that is. */
function boxCox(x: number, lambda: number): number {
  return powerOfLog(Math.log(Math.max(x, Number.MIN_VALUE)), lambda);
}`,
  },
} as const;

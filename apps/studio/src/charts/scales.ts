/** Straight or logarithmic: from numbers to pixels and back. */
export interface Scale {
  readonly logarithmic: boolean;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  at(value: number): number;
  invert(pixel: number): number;
}

export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = widened(domain);
  const slope = (range[1] - range[0]) / (high - low);
  return {
    logarithmic: false,
    domain: [low, high],
    range,
    at: (value) => range[0] + (value - low) * slope,
    invert: (pixel) => low + (pixel - range[0]) / slope,
  };
}

/** Numbers that are not positive are drawn at the lower end. */
export function logarithmicScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const low = Math.max(domain[0], Number.MIN_VALUE);
  const inner = linearScale([Math.log10(low), Math.log10(Math.max(domain[1], low))], range);
  return {
    logarithmic: true,
    domain: [10 ** inner.domain[0], 10 ** inner.domain[1]],
    range,
    at: (value) => inner.at(value > low ? Math.log10(value) : inner.domain[0]),
    invert: (pixel) => 10 ** inner.invert(pixel),
  };
}

/** A stretch of no length has no scale: half a unit is put to each side of it. */
function widened([low, high]: readonly [number, number]): readonly [number, number] {
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

/** Round numbers (1, 2 or 5 times a power of ten) within the domain, about so many. */
export function ticksOf(scale: Scale, about = 5): readonly number[] {
  return scale.logarithmic ? powersIn(scale.domain) : roundNumbersIn(scale.domain, about);
}

function roundNumbersIn([low, high]: readonly [number, number], about: number): number[] {
  const step = roundStep((high - low) / about);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** Powers of ten; where there are fewer than two, round numbers between. */
function powersIn(domain: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(domain[0]) - 1e-9);
  const last = Math.floor(Math.log10(domain[1]) + 1e-9);
  if (last - first < 1) return roundNumbersIn(domain, 4).filter((tick) => tick > 0);
  const every = Math.ceil((last - first + 1) / 6);
  return Array.from(
    { length: Math.floor((last - first) / every) + 1 },
    (_, index) => 10 ** (first + index * every),
  );
}

/** Colours in numbers, for canvases: the same as in style/tokens.css (a test compares them). Tables hold pixels as ImageData wants them. */
export type Theme = 'light' | 'dark';
export type Rgb = readonly [red: number, green: number, blue: number];

/** Okabe and Ito's set, as `--class-1` to `--class-8`. */
export const classColours: readonly Rgb[] = [
  [0x08, 0x77, 0xbd],
  [0xf5, 0x93, 0x22],
  [0x00, 0x9e, 0x73],
  [0xcc, 0x79, 0xa7],
  [0x56, 0xb4, 0xe9],
  [0xd5, 0x5e, 0x00],
  [0x8a, 0x7a, 0x00],
  [0x6f, 0x6f, 0x6f],
];
export const POSITIVE = classColours[0];
export const NEGATIVE = classColours[1];

/** What lies between two colours, where neither is meant: white by day, near black by night. */
const middles: Readonly<Record<Theme, Rgb>> = { light: [0xf3, 0xf4, 0xf6], dark: [0x1b, 0x20, 0x27] };

export const LEVELS = 256;

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** One opaque pixel; typed arrays of 32 bits are little-endian wherever browsers run. */
export function pixelOf([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

export function cssOf([red, green, blue]: Rgb, alpha = 1): string {
  return alpha === 1 ? `rgb(${red} ${green} ${blue})` : `rgb(${red} ${green} ${blue} / ${alpha})`;
}

export function middleOf(theme: Theme): Rgb {
  return middles[theme];
}

const tables = new Map<string, Uint32Array>();

/** Pixels from one colour over the theme's middle to the other; `strength` is how far the ends are from the middle. */
export function blendTable(low: Rgb, high: Rgb, theme: Theme, strength = 0.9): Uint32Array {
  const key = `${low.join()} ${high.join()} ${theme} ${strength}`;
  const known = tables.get(key);
  if (known) return known;
  const table = Uint32Array.from({ length: LEVELS }, (_, level) => {
    const signed = (2 * level) / (LEVELS - 1) - 1;
    return pixelOf(mix(middles[theme], signed < 0 ? low : high, Math.abs(signed) * strength));
  });
  tables.set(key, table);
  return table;
}

/** Orange over white (or near black) to blue: for signed values, as weights and activations. */
export function divergingTable(theme: Theme, strength = 0.9): Uint32Array {
  return blendTable(NEGATIVE, POSITIVE, theme, strength);
}

/** Where in a table a value from -1 to 1 lies; what is outside takes the end, what is no number the middle. */
export function levelOf(signed: number): number {
  if (!(signed > -1)) return signed <= -1 ? 0 : LEVELS >> 1;
  if (signed >= 1) return LEVELS - 1;
  return Math.round(((signed + 1) / 2) * (LEVELS - 1));
}

/** The colour of a class by number; more than eight begin again. */
export function classColour(index: number): Rgb {
  return classColours[index % classColours.length];
}

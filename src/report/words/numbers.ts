/** `12,345` */
export const grouped = (value: number): string =>
  fixed(value, Number.isInteger(value) ? 0 : (String(value).split('.')[1]?.length ?? 0));

/** `12,345.60`: so many places, whether they are needed or not. */
export function fixed(value: number, places: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(places).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return minus(value) + (fraction === undefined ? digits : `${digits}.${fraction}`);
}

/** `1 row`, `1,200 rows` */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : plural}`;

/** A measured number in about so many digits that count, without an exponent where one can do without. */
export function readable(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e9 || size < 1e-4) return exponential(value, digits - 2);
  if (size >= 1000) return grouped(Math.round(value));
  return minus(value) + trimmed(size.toFixed(Math.max(0, digits - 1 - Math.floor(Math.log10(size)))));
}

/** A score between 0 and 1, or like one: three places. */
export const score = (value: number): string =>
  Math.abs(value) >= 10 ? readable(value) : fixed(Math.abs(value) < 0.0005 ? 0 : value, 3);

/** `97.1 %`: a share, with a thin space. */
export function percent(share: number): string {
  const value = share * 100;
  const near = Math.abs(value) < 10 || value > 99 ? 1 : 0;
  return `${minus(value)}${trimmed(Math.abs(value).toFixed(near))}\u2009%`;
}

/** `4 s`, `2:05 min`, `3:20 h` */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds < 0.95 ? seconds.toFixed(1) : Math.round(seconds)}\u2009s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}\u2009s`;
  const [large, small, unit] =
    whole < 3600 ? [whole / 60, whole % 60, 'min'] : [whole / 3600, Math.floor((whole % 3600) / 60), 'h'];
  return `${Math.floor(large)}:${String(small).padStart(2, '0')}\u2009${unit}`;
}

export function exponential(value: number, digits: number): string {
  const [mantissa, exponent] = Math.abs(value).toExponential(digits).split('e');
  return `${minus(value)}${trimmed(mantissa)}e${exponent.replace('+', '').replace('-', '\u2212')}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

const minus = (value: number): string => (value < 0 ? '\u2212' : '');

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

export const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Numbers of both signs and of every size from 2^-`extent` to 2^`extent`, with the special ones: deterministic, no two alike. */
export function wideRange(extent: number, perOctave: number): number[] {
  const numbers = [0, -0, 1, -1, Infinity, -Infinity, NaN];
  let power = 1;
  for (let octave = 0; octave < extent; octave++, power *= 2) {
    for (let i = 1; i <= perOctave; i++) {
      const x = power * (1 + (i * i + octave) / (perOctave * perOctave + extent));
      numbers.push(x, -x, 1 / x, -1 / x);
    }
  }
  return numbers;
}

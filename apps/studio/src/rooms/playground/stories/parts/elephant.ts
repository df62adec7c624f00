export type Complex = [real: number, imaginary: number];

/** Mayer, Khairy and Howard, Am. J. Phys. 78, 648 (2010): the four parameters; the fifth is 40 + 20 i. */
export const parameters: readonly Readonly<Complex>[] = [
  [50, -30],
  [18, 8],
  [12, -10],
  [-14, -60],
];

/** Where the eye is, across and up: the imaginary part of the fifth parameter. */
export const EYE = 20;

/** Points of the outline, as they are drawn: the wiggle moves the trunk, the points that lie farthest to one side. */
function elephantPoints([p1, p2, p3, p4, [wiggle]]: readonly Readonly<Complex>[], count = 400): Complex[] {
  const { cos, sin } = Math;
  return Array.from({ length: count }, (_, index) => {
    const t = (index / count) * 2 * Math.PI;
    const x = p1[0] * sin(t) + p2[0] * sin(2 * t) + p3[0] * cos(3 * t) + p4[0] * cos(5 * t);
    const y = p4[1] * cos(t) + p1[1] * sin(t) + p2[1] * sin(2 * t) + p3[1] * sin(3 * t);
    return [y, -x + trunk(y, wiggle - 40)];
  });
}

/** The trunk is what reaches farthest to the right: it swings from its root, the more the nearer to its end. */
const ROOT = 40;
const trunk = (across: number, wiggle: number): number =>
  across < ROOT ? 0 : ((across - ROOT) / 50) * wiggle;

export function elephantPath(all: readonly Readonly<Complex>[]): string {
  const corners = elephantPoints(all).map(([x, y]) => `${x.toFixed(2)} ${(-y).toFixed(2)}`);
  return `M ${corners.join(' L ')} Z`;
}

import { cos, sin } from '../../numeric/index.ts';

export const TURN = 2 * Math.PI;

/** The point at a distance from the origin, in the direction of an angle in radians. */
export function polar(radius: number, angle: number): { x: number; y: number } {
  return { x: radius * cos(angle), y: radius * sin(angle) };
}

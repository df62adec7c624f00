import type { PartName, Points } from '../../run/contract.ts';
import { classColour, cssOf, divergingTable, levelOf, type Theme } from '../colours.ts';
import type { Drawing } from '../drawing/Drawing.ts';
import { classAt, type Field } from './Field.ts';
import type { NumberRange } from './paint.ts';
import { xOf, yOf, type Plane } from './Plane.ts';

export const partNames: readonly PartName[] = ['train', 'validation', 'test'];
const RADIUS = 3.2;
const MISTAKEN_RADIUS = 4.9;

export interface PointStyle {
  /** Empty for a regression. */
  readonly classes: readonly string[];
  readonly range: NumberRange;
  readonly parts: Readonly<Record<PartName, boolean>>;
  readonly theme: Theme;
  /** Edges of points, and the frame around mistaken ones. */
  readonly paper: string;
  readonly ink: string;
}

/** Every shown row: training a disc, validation a ring, test a cross. */
export function drawPoints(drawing: Drawing, plane: Plane, points: Points, style: PointStyle): void {
  const { x, y, target, part } = points;
  for (let row = 0; row < x.length; row++) {
    const name = partNames[part[row]];
    if (style.parts[name])
      mark(
        drawing,
        name,
        xOf(plane, x[row]),
        yOf(plane, y[row]),
        pointColour(target[row], style),
        style.paper,
      );
  }
}

/** A dark ground for shown rows that the field takes for another class: a frame around the points that come over it. */
export function drawMistaken(
  drawing: Drawing,
  plane: Plane,
  { x, y, target, part }: Points,
  field: Field,
  { classes, parts, ink }: PointStyle,
): void {
  if (classes.length === 0) return;
  drawing.fillStyle = ink;
  drawing.beginPath();
  for (let row = 0; row < x.length; row++) {
    if (!parts[partNames[part[row]]]) continue;
    if (classAt(field, plane.bounds, x[row], y[row]) === target[row]) continue;
    const [pixelX, pixelY] = [xOf(plane, x[row]), yOf(plane, y[row])];
    drawing.moveTo(pixelX + MISTAKEN_RADIUS, pixelY);
    drawing.arc(pixelX, pixelY, MISTAKEN_RADIUS, 0, FULL);
  }
  drawing.fill();
}

/** A point's colour: its class's, or its number's on the same scale as the surface. */
export function pointColour(
  target: number,
  { classes, range, theme }: Pick<PointStyle, 'classes' | 'range' | 'theme'>,
): string {
  if (classes.length > 0) return classStyles[target % classStyles.length];
  return numberStyles(theme)[levelOf((target - range.centre) / range.reach)];
}

const classStyles = Array.from({ length: 8 }, (_, index) => cssOf(classColour(index)));
const styles = new Map<Theme, readonly string[]>();

/** The diverging colours as text, made once: no text is built while points are drawn. */
function numberStyles(theme: Theme): readonly string[] {
  const known = styles.get(theme);
  if (known) return known;
  const made = Array.from(divergingTable(theme, 1), (pixel) =>
    cssOf([pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]),
  );
  styles.set(theme, made);
  return made;
}

const FULL = 2 * Math.PI;

/** One point by the shape of its part; also used by legends. */
function mark(drawing: Drawing, part: PartName, x: number, y: number, colour: string, paper: string): void {
  if (part === 'test') return cross(drawing, x, y, colour, paper);
  drawing.beginPath();
  drawing.arc(x, y, RADIUS, 0, FULL);
  drawing.fillStyle = part === 'train' ? colour : paper;
  drawing.fill();
  drawing.strokeStyle = part === 'train' ? paper : colour;
  drawing.lineWidth = part === 'train' ? 1 : 1.8;
  drawing.stroke();
}

function cross(drawing: Drawing, x: number, y: number, colour: string, paper: string): void {
  const arm = RADIUS - 0.4;
  drawing.beginPath();
  drawing.moveTo(x - arm, y - arm);
  drawing.lineTo(x + arm, y + arm);
  drawing.moveTo(x - arm, y + arm);
  drawing.lineTo(x + arm, y - arm);
  drawing.lineCap = 'round';
  drawing.strokeStyle = paper;
  drawing.lineWidth = 4.2;
  drawing.stroke();
  drawing.strokeStyle = colour;
  drawing.lineWidth = 2.2;
  drawing.stroke();
}

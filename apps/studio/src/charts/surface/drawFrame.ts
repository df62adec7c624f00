import type { Drawing } from '../drawing/Drawing.ts';
import { numberText } from '../numberText.ts';
import { linearScale, ticksOf } from '../scales.ts';
import { isInside, xOf, yOf, type Bounds, type Plane } from './Plane.ts';

/** Room for the axes' numbers at the left and below. */
const MARGIN = { left: 30, bottom: 20, top: 6, right: 6 } as const;
const FONT = '11px system-ui, sans-serif';

/** The plane of a chart of this size, square cells or not, inside its margins. */
export function planeOf(width: number, height: number, bounds: Bounds, axes = true): Plane {
  const margin = axes ? MARGIN : { left: 0, bottom: 0, top: 0, right: 0 };
  return {
    left: margin.left,
    top: margin.top,
    width: Math.max(1, width - margin.left - margin.right),
    height: Math.max(1, height - margin.top - margin.bottom),
    bounds,
  };
}

export interface AxesStyle {
  readonly soft: string;
  readonly line: string;
}

/** Raw units along the left and the bottom, and a hairline around the plane. */
export function drawAxes(drawing: Drawing, plane: Plane, { soft, line }: AxesStyle): void {
  const { left, top, width, height, bounds } = plane;
  drawing.font = FONT;
  drawing.fillStyle = soft;
  drawing.strokeStyle = line;
  drawing.lineWidth = 1;
  drawing.beginPath();
  drawing.rect(left - 0.5, top - 0.5, width + 1, height + 1);
  drawing.stroke();
  drawing.textAlign = 'center';
  drawing.textBaseline = 'top';
  for (const tick of ticksOf(linearScale(bounds.x, [left, left + width]), width / 60))
    drawing.fillText(numberText(tick), xOf(plane, tick), top + height + 5);
  drawing.textAlign = 'right';
  drawing.textBaseline = 'middle';
  for (const tick of ticksOf(linearScale(bounds.y, [top + height, top]), height / 50))
    drawing.fillText(numberText(tick), left - 5, yOf(plane, tick));
}

/** The fitted scaler's centre and scale of the raw coordinates; null where it has none of that form. */
export interface FittedScaling {
  readonly x: { readonly center: number; readonly scale: number };
  readonly y: { readonly center: number; readonly scale: number };
}

/** A dashed box from centre - scale to centre + scale, with a small cross at its middle. */
export function drawScaling(drawing: Drawing, plane: Plane, { x, y }: FittedScaling, ink: string): void {
  const centreX = xOf(plane, x.center);
  const centreY = yOf(plane, y.center);
  const halfWidth = xOf(plane, x.center + x.scale) - centreX;
  const halfHeight = centreY - yOf(plane, y.center + y.scale);
  drawing.strokeStyle = ink;
  drawing.lineWidth = 1.2;
  drawing.setLineDash([5, 4]);
  drawing.beginPath();
  drawing.rect(centreX - halfWidth, centreY - halfHeight, 2 * halfWidth, 2 * halfHeight);
  drawing.stroke();
  drawing.setLineDash([]);
  if (!isInside(plane, centreX, centreY)) return;
  drawing.beginPath();
  drawing.moveTo(centreX - 6, centreY);
  drawing.lineTo(centreX + 6, centreY);
  drawing.moveTo(centreX, centreY - 6);
  drawing.lineTo(centreX, centreY + 6);
  drawing.stroke();
}

/** A rectangle of pixels and the stretch of the raw plane that it shows; y grows upwards. */
export interface Plane {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly bounds: Bounds;
}

export interface Bounds {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export function xOf({ left, width, bounds: { x } }: Plane, value: number): number {
  return left + ((value - x[0]) / (x[1] - x[0])) * width;
}
export function yOf({ top, height, bounds: { y } }: Plane, value: number): number {
  return top + ((y[1] - value) / (y[1] - y[0])) * height;
}
export function rawAt({ left, top, width, height, bounds: { x, y } }: Plane, pixelX: number, pixelY: number) {
  return {
    x: x[0] + ((pixelX - left) / width) * (x[1] - x[0]),
    y: y[1] - ((pixelY - top) / height) * (y[1] - y[0]),
  };
}
export function isInside({ left, top, width, height }: Plane, pixelX: number, pixelY: number): boolean {
  return pixelX >= left && pixelX <= left + width && pixelY >= top && pixelY <= top + height;
}

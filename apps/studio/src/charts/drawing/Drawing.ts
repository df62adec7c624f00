/**
 * What charts are drawn with: the part of a canvas context that both a canvas and an SVG file can do, so that a chart is drawn by one
 * function on screen and in the export.
 */
export type Drawing = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'clip'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'rect'
  | 'fill'
  | 'stroke'
  | 'setLineDash'
> &
  DrawingStyle & {
    fillText(text: string, x: number, y: number): void;
    drawImage(image: HTMLCanvasElement, x: number, y: number, width: number, height: number): void;
    /** A part of an image: as the canvas has it. */
    drawImage(
      image: HTMLCanvasElement,
      sourceX: number,
      sourceY: number,
      sourceWidth: number,
      sourceHeight: number,
      x: number,
      y: number,
      width: number,
      height: number,
    ): void;
  };

interface DrawingStyle {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  imageSmoothingEnabled: boolean;
}

/** Draws a chart into a rectangle from 0, 0. */
export type Draw = (drawing: Drawing, width: number, height: number) => void;

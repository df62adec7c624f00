import type { Drawing } from './Drawing.ts';

type Paint = 'fillStyle' | 'strokeStyle';

/** The style of a canvas context that `save` keeps and `restore` brings back. */
const initial = {
  fillStyle: '#000' as Drawing[Paint],
  strokeStyle: '#000' as Drawing[Paint],
  lineWidth: 1,
  globalAlpha: 1,
  font: '12px sans-serif',
  textAlign: 'start' as CanvasTextAlign,
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  lineCap: 'butt' as CanvasLineCap,
  lineJoin: 'miter' as CanvasLineJoin,
  imageSmoothingEnabled: true,
  dash: [] as readonly number[],
};

/** Writes SVG where a canvas context would paint: lines, circles and words stay vectors, images are embedded. */
export class SvgDrawing implements Drawing {
  fillStyle = initial.fillStyle;
  strokeStyle = initial.strokeStyle;
  lineWidth = initial.lineWidth;
  globalAlpha = initial.globalAlpha;
  font = initial.font;
  textAlign = initial.textAlign;
  textBaseline = initial.textBaseline;
  lineCap = initial.lineCap;
  lineJoin = initial.lineJoin;
  imageSmoothingEnabled = initial.imageSmoothingEnabled;
  #dash = initial.dash;
  #path = '';
  #clips = 0;
  #clip = '';
  readonly #kept: { readonly style: typeof initial; readonly clip: string }[] = [];
  readonly #parts: string[] = [];

  /** The whole file. `background` is a colour, none for transparent. */
  file(width: number, height: number, { title, background }: { title: string; background?: string }): string {
    const paper = background ? `<rect width="100%" height="100%" fill="${escaped(background)}"/>` : '';
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
      `<title>${escaped(title)}</title>`,
      paper,
      ...this.#parts,
      '</svg>',
    ].join('\n');
  }

  save(): void {
    const style = {
      fillStyle: this.fillStyle,
      strokeStyle: this.strokeStyle,
      lineWidth: this.lineWidth,
      globalAlpha: this.globalAlpha,
      font: this.font,
      textAlign: this.textAlign,
      textBaseline: this.textBaseline,
      lineCap: this.lineCap,
      lineJoin: this.lineJoin,
      imageSmoothingEnabled: this.imageSmoothingEnabled,
      dash: this.#dash,
    };
    this.#kept.push({ style, clip: this.#clip });
  }
  restore(): void {
    const kept = this.#kept.pop();
    if (!kept) return;
    const { dash, ...style } = kept.style;
    Object.assign(this, style);
    this.#dash = dash;
    this.#clip = kept.clip;
  }
  clip(): void {
    const id = `clip${++this.#clips}`;
    this.#parts.push(`<clipPath id="${id}"><path d="${this.#path}"/></clipPath>`);
    this.#clip = ` clip-path="url(#${id})"`;
  }

  beginPath(): void {
    this.#path = '';
  }
  closePath(): void {
    this.#path += 'Z';
  }
  moveTo(x: number, y: number): void {
    this.#path += `M${short(x)} ${short(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.#path += `${this.#path ? 'L' : 'M'}${short(x)} ${short(y)}`;
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path += `C${[x1, y1, x2, y2, x, y].map(short).join(' ')}`;
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise = false): void {
    const at = (angle: number) =>
      `${short(x + radius * Math.cos(angle))} ${short(y + radius * Math.sin(angle))}`;
    const turn = counterclockwise ? start - end : end - start;
    const round = (to: number, large: boolean) =>
      `A${short(radius)} ${short(radius)} 0 ${large ? 1 : 0} ${counterclockwise ? 0 : 1} ${at(to)}`;
    this.#path += `${this.#path ? 'L' : 'M'}${at(start)}`;
    this.#path +=
      turn >= 2 * Math.PI - 1e-9
        ? `${round(start + Math.PI, false)}${round(start, false)}Z`
        : round(end, turn > Math.PI);
  }

  fill(): void {
    this.#put(`<path d="${this.#path}" fill="${colourOf(this.fillStyle)}"${this.#attributes()}/>`);
  }
  stroke(): void {
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.map(short).join(' ')}"` : '';
    const line = `stroke="${colourOf(this.strokeStyle)}" stroke-width="${short(this.lineWidth)}"`;
    const ends = `stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"`;
    this.#put(`<path d="${this.#path}" fill="none" ${line} ${ends}${dash}${this.#attributes()}/>`);
  }
  setLineDash(segments: Iterable<number>): void {
    this.#dash = [...segments];
  }
  fillText(text: string, x: number, y: number): void {
    const anchors: Partial<Record<CanvasTextAlign, string>> = { center: 'middle', right: 'end', end: 'end' };
    const anchor = anchors[this.textAlign] ?? 'start';
    const baseline =
      { top: 'hanging', hanging: 'hanging', middle: 'central' }[this.textBaseline as string] ?? 'auto';
    const place = `x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" dominant-baseline="${baseline}"`;
    const look = `style="font: ${escaped(this.font)}" fill="${colourOf(this.fillStyle)}"`;
    this.#put(`<text ${place} ${look}${this.#attributes()}>${escaped(text)}</text>`);
  }
  drawImage(image: HTMLCanvasElement, ...box: number[]): void {
    const [x, y, width, height] = box.slice(-4);
    const source = box.length === 8 ? cut(image, box) : image;
    const smooth = this.imageSmoothingEnabled ? '' : ' style="image-rendering: pixelated"';
    const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
    const link = `preserveAspectRatio="none" href="${source.toDataURL('image/png')}"`;
    this.#put(`<image ${place} ${link}${smooth}${this.#attributes()}/>`);
  }

  #put(element: string): void {
    this.#parts.push(element);
  }
  #attributes(): string {
    return (this.globalAlpha < 1 ? ` opacity="${short(this.globalAlpha)}"` : '') + this.#clip;
  }
}

function cut(image: HTMLCanvasElement, [x, y, width, height]: readonly number[]): HTMLCanvasElement {
  const part = document.createElement('canvas');
  part.width = width;
  part.height = height;
  part.getContext('2d')?.drawImage(image, x, y, width, height, 0, 0, width, height);
  return part;
}

/** Charts draw in plain colours alone. */
function colourOf(style: Drawing[Paint]): string {
  return typeof style === 'string' ? escaped(style) : 'none';
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

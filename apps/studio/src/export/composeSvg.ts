/** A picture and where it stands. */
export interface Placed {
  readonly svg: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  readonly title: string;
  readonly ink: string;
  readonly background: string;
  readonly font: string;
}

const MARGIN = 16;
const TITLE = 28;

/** Pictures on one sheet with a title above, each as far from the others as it was on screen. */
export function composeSvg(pictures: readonly Placed[], { title, ink, background, font }: Sheet): string {
  const left = Math.min(...pictures.map(({ x }) => x));
  const top = Math.min(...pictures.map(({ y }) => y));
  const width = Math.max(...pictures.map(({ x, width: own }) => x + own)) - left + 2 * MARGIN;
  const height = Math.max(...pictures.map(({ y, height: own }) => y + own)) - top + 2 * MARGIN + TITLE;
  const placed = pictures.map(({ svg, x, y }, index) =>
    positioned(svg, round(x - left + MARGIN), round(y - top + MARGIN + TITLE), index),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${escaped(background)}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 14}" fill="${escaped(ink)}" font-family="${escaped(font)}" font-size="15" font-weight="600">${escaped(title)}</text>`,
    ...placed,
    '</svg>',
  ].join('\n');
}

/** A whole file as a part of another: at its place, and with names of clips of its own. */
function positioned(svg: string, x: number, y: number, index: number): string {
  return svg
    .replace(/^<svg /, `<svg x="${x}" y="${y}" `)
    .replaceAll(/\bid="([^"]+)"/g, `id="p${index}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#p${index}-$1)`);
}

const round = (value: number): number => Math.round(value * 100) / 100;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

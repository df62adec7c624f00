import type { Html } from '../html/html.ts';
import { CHART_WIDTH, textWidth } from '../svg/plot.ts';
import { box, group, hint, svg, text } from '../svg/shapes.ts';
import { grouped, percent } from '../words/numbers.ts';

const colors = { train: 'blue', validation: 'orange', test: 'green' } as const;
type PartName = keyof typeof colors;

/** The table's rows as one bar, divided. */
export function splitBar(rows: Readonly<Record<PartName, number>>): Html {
  const parts = (Object.keys(colors) as PartName[]).filter((part) => rows[part] > 0);
  const total = parts.reduce((sum, part) => sum + rows[part], 0);
  let end = 0;
  const pieces = parts.map((part) => {
    const x = end;
    const width = (rows[part] / total) * CHART_WIDTH;
    end += width;
    const name = `${part} ${grouped(rows[part])}`;
    const share = percent(rows[part] / total);
    const isRoomy = width > textWidth(name) + 4;
    return group(
      colors[part],
      box('fill', { x, y: 0, width: Math.max(1, width - 2), height: 22 }, hint(`${name} (${share})`)),
      isRoomy && [text('label', [x, 41], name), text('note', [x, 58], share)],
    );
  });
  return svg(
    { width: CHART_WIDTH, height: 62 },
    `Rows: ${parts.map((part) => `${part} ${grouped(rows[part])}`).join(', ')}`,
    pieces,
  );
}

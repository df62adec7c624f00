import { html, type Html } from '../html/html.ts';
import { CHART_WIDTH } from '../svg/plot.ts';
import { box, group, hint, svg } from '../svg/shapes.ts';
import { grouped, percent } from '../words/numbers.ts';

const colors = { train: 'blue', validation: 'orange', test: 'green' } as const;
type PartName = keyof typeof colors;

/** The table's rows as one bar, divided; its key tells the counts. */
export function splitBar(rows: Readonly<Record<PartName, number>>): Html {
  const parts = (Object.keys(colors) as PartName[]).filter((part) => rows[part] > 0);
  const total = parts.reduce((sum, part) => sum + rows[part], 0);
  let end = 0;
  const pieces = parts.map((part) => {
    const x = end;
    const width = (rows[part] / total) * CHART_WIDTH;
    end += width;
    const place = { x, y: 0, width: Math.max(1, width - 2), height: 16 };
    return group(colors[part], box('fill', place, hint(`${part} ${grouped(rows[part])}`)));
  });
  const words = parts.map((part) => `${part} ${grouped(rows[part])}`);
  return html`<div class="split">
    ${svg({ width: CHART_WIDTH, height: 16 }, `Rows: ${words.join(', ')}`, pieces)}
    <ul class="parts">
      ${parts.map(
        (part) =>
          html`<li class="${colors[part]}">
            ${part} ${grouped(rows[part])} <small>${percent(rows[part] / total)}</small>
          </li>`,
      )}
    </ul>
  </div>`;
}

import { columnImportance } from '../charts/columnImportance.ts';
import { figure } from '../html/figure.ts';
import { html } from '../html/html.ts';
import type { ReportInput } from '../input/types.ts';
import { paragraph, type Section } from './section.ts';

/** What matters to the model. */
export function importanceSection({ importance }: ReportInput): Section {
  const several = !('skipped' in importance) && importance.targets.length > 1;
  const body =
    'skipped' in importance
      ? paragraph(importance.skipped)
      : html`<div class="${several ? 'figures' : 'solo'}">
          ${importance.targets.map((own) => {
            const chart = columnImportance(importance, own);
            return figure(several ? { ...chart, title: `${chart.title}: ${own.target}` } : chart);
          })}
        </div>`;
  return { id: 'columns', title: 'Columns that matter', body };
}

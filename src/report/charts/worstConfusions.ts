import { html, type Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import { largest } from '../input/largest.ts';
import type { ClassReport } from '../input/types.ts';
import { grouped, percent } from '../words/numbers.ts';
import { correct, trueTotal } from '../input/confusion.ts';

const MOST_PAIRS = 15;

/** Of very many classes: which were taken for which most often. */
export function worstConfusions(report: ClassReport): Html {
  const { classes, confusion } = report;
  const mistakes = confusion.map((count, at) => (at % (classes.length + 1) === 0 ? 0 : count));
  const worst = largest(mistakes, MOST_PAIRS).filter((at) => mistakes[at] > 0);
  const rows = worst.map((at) => {
    const truth = Math.floor(at / classes.length);
    const count = mistakes[at];
    return [
      classes[truth],
      classes[at % classes.length],
      grouped(count),
      percent(count / trueTotal(report, truth)),
    ];
  });
  return html`<h3>Worst confusions</h3>
    <p>
      ${grouped(correct(report))} of ${grouped(report.rows)} rows are right.
      ${
        rows.length === 0
          ? 'No class was taken for another.'
          : `With ${grouped(classes.length)} classes a matrix cannot be read; these pairs were mixed up most often.`
      }
    </p>
    ${
      rows.length > 0 &&
      table({
        caption: 'Classes that were taken for another, most frequent first',
        head: ['is', 'was taken for', 'rows', 'of that class'],
        words: [0, 1],
        rows,
      })
    }`;
}

import type { Chart } from '../html/figure.ts';
import type { Html } from '../html/html.ts';
import { table } from '../html/table.ts';
import type { Ranking } from '../input/types.ts';
import { across, areaPath, linePath, stepPath, type Point } from '../svg/path.ts';
import { plot } from '../svg/plot.ts';
import { path } from '../svg/shapes.ts';
import { diagonal, unitSquare } from '../svg/unitSquare.ts';
import { evenly } from '../svg/thin.ts';
import { percent, score } from '../words/numbers.ts';

const { area, x, y } = unitSquare;

const placed = ([across_, up]: readonly [number, number]): Point => [x.at(across_), y.at(up)];

/** The receiver operating characteristic of the second of two classes. */
export function rocCurve({ roc, auc }: Ranking, name: string): Chart {
  const points = roc.map(placed);
  return {
    title: `ROC curve, AUC ${score(auc)}`,
    reading: `Lower the bar for calling a row “${name}”, and right and false calls both rise. The further the curve bends to the top left, the better the ranking; the diagonal is guessing. The area under it, ${score(auc)}, is the chance that a row that is “${name}” is ranked above one that is not.`,
    picture: plot(
      {
        area,
        x,
        y,
        title: `ROC curve of ${name}, area ${score(auc)}`,
        xName: 'share of the other rows called so (false positives)',
        yName: 'share of its rows found (recall)',
        legend: [{ label: 'guessing', color: 'grey', mark: 'dashed' }],
      },
      [
        path('line grey dashed', diagonal),
        path('wash blue', areaPath(points, area.bottom)),
        path('line blue', linePath(points)),
      ],
    ),
    numbers: numbers('ROC curve', ['false positives', 'recall'], roc),
  };
}

/** Precision at each recall of the second of two classes, in steps, which is what the average precision sums. */
export function precisionRecallCurve(
  { precisionRecall, averagePrecision, prevalence }: Ranking,
  name: string,
): Chart {
  const points = precisionRecall.map(placed);
  const start: Point = [x.at(0), points[0][1]];
  return {
    title: `Precision and recall, average ${score(averagePrecision)}`,
    reading: `To find more of the “${name}” rows (to the right), one puts up with more false ones among them (down). Calling every row so would be right on ${percent(prevalence)}. With a rare class this tells more than the ROC curve.`,
    picture: plot(
      {
        area,
        x,
        y,
        title: `Precision by recall of ${name}, average precision ${score(averagePrecision)}`,
        xName: 'share of its rows found (recall)',
        yName: 'share of calls that are right (precision)',
        legend: [{ label: 'guessing', color: 'grey', mark: 'dashed' }],
      },
      [
        path('line grey dashed', across(area.left, area.right, y.at(prevalence))),
        path('line blue', stepPath([start, ...points])),
      ],
    ),
    numbers: numbers('Precision by recall', ['recall', 'precision'], precisionRecall),
  };
}

const numbers = (caption: string, head: readonly string[], points: Ranking['roc']): Html =>
  table({ caption, head, words: [], rows: evenly(points, 12).map((pair) => pair.map(score)) });

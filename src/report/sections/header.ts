import { scoreComparison, type Contender } from '../charts/scoreComparison.ts';
import { figure } from '../html/figure.ts';
import { html, type Html } from '../html/html.ts';
import type { ReportInput } from '../input/types.ts';
import { duration } from '../words/numbers.ts';
import { targetScores } from '../words/targetScores.ts';
import { factsOf, verdictOf } from '../words/verdict.ts';
import type { Section } from './section.ts';

/** What anyone should see: the verdict in plain words, beside it the score among its rivals. */
export function header(input: ReportInput, sections: readonly Section[]): Html {
  const { headline, deck } = verdictOf(input);
  const facts = [...factsOf(input), ['time', duration(input.result.seconds)]];
  return html`<header>
    <p class="kicker"><span>Training report</span><span>${input.name}</span></p>
    <div class="lead">
      <div>
        <h1>${headline}.</h1>
        <div class="deck">${deck.map((sentence, i) => (i > 0 ? html` ${sentence}` : sentence))}</div>
        <dl class="facts">
          ${facts.map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
      </div>
      ${comparison(input)}
    </div>
    <nav aria-label="Contents">
      <ol>
        ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ol>
    </nav>
  </header> `;
}

const mainMetric = { classification: 'accuracy', regression: 'r2' } as const;

function comparison({ result, targets: [{ target, task }] }: ReportInput): Html {
  const scores = targetScores(result, target);
  const metric = mainMetric[task];
  const { test, linear, constant, validation, train, intervals } = scores;
  const known = (value: number | undefined, own: Omit<Contender, 'value'>): Contender[] =>
    value === undefined || !Number.isFinite(value) ? [] : [{ ...own, value }];
  const isSame = result.verdict === null;
  const [ownPart, own] = test ? ['test', test] : validation ? ['validation', validation] : ['train', train];
  const contenders = [
    ...known(own?.[metric], { label: 'this model', color: 'blue', interval: intervals[metric] }),
    ...(isSame ? [] : known(linear?.[metric], { label: 'linear model', color: 'green' })),
    ...known(constant?.[metric], {
      label: task === 'classification' ? 'most frequent class' : 'mean of the target',
      color: 'grey',
    }),
    ...(ownPart === 'train'
      ? []
      : known(train?.[metric], { label: 'on rows it learned from', color: 'blue', hollow: true })),
  ];
  return figure(scoreComparison(metric, contenders, ownPart));
}

import { html } from '../html/html.ts';
import type { ReportInput } from '../input/types.ts';
import { nextSteps } from '../words/nextSteps.ts';
import type { Section } from './section.ts';

/** What to try next. */
export function nextSection(input: ReportInput): Section {
  const steps = nextSteps(input);
  return {
    id: 'next',
    title: 'What to try next',
    body: html`<ol class="steps">
        ${steps.map(({ why, edit }) => html`<li>${why}<br /><code>${edit}</code></li>`)}
      </ol>
      <p>Add it to the command below; each run gets a folder and a report of its own.</p>`,
  };
}

/** How to get the same numbers again. */
export function reproductionSection({ reproduction, model, name }: ReportInput): Section {
  const { command, seed, dataSha256, numerics, version } = reproduction;
  const facts: [string, string][] = [
    ['table', name],
    ['SHA-256 of the data', dataSha256],
    ['seed', String(seed)],
    ['numerics version', String(numerics)],
    ['executor', model.executor],
    ...(version === undefined ? [] : [['neumann', version] as [string, string]]),
  ];
  return {
    id: 'again',
    title: 'How to get it again',
    body: html`<pre><code>${command}</code></pre>
      <p>
        The same recipe, seed and data give the same weights, bit for bit, on any machine with the same
        numerics version. The run folder holds the recipe in full: <code>--recipe recipe.json</code> repeats
        it however it was chosen.
      </p>
      <dl class="proof">
        ${facts.map(
          ([key, value]) =>
            html`<div>
              <dt>${key}</dt>
              <dd><code>${value}</code></dd>
            </div>`,
        )}
      </dl>`,
  };
}

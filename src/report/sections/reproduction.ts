import { html } from '../html/html.ts';
import { engineText } from '../../train/index.ts';
import type { ReportInput } from '../input/types.ts';
import type { Section } from './section.ts';

const sameWhere = {
  exact: 'on any machine with the same numerics version',
  fast: 'on the same machine with the same number of threads; with --exact, on any machine',
} as const;

/** How to get the same numbers again. */
export function reproductionSection({ reproduction, model, name, result }: ReportInput): Section {
  const { command, seed, dataSha256, numerics, version } = reproduction;
  const facts: [string, string][] = [
    ['table', name],
    ['SHA-256 of the data', dataSha256],
    ['seed', String(seed)],
    ['numerics version', String(numerics)],
    ['executor', model.executor],
    ['computed in', engineText(result.engine)],
    ...(version === undefined ? [] : [['neumann', version] as [string, string]]),
  ];
  return {
    id: 'again',
    title: 'How to get it again',
    body: html`<pre><code>${command}</code></pre>
      <p>
        The same recipe, seed and data give the same weights, bit for bit, ${sameWhere[result.engine.mode]}.
        The run folder holds the recipe in full: <code>--recipe recipe.json</code> repeats it however it was
        chosen.
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

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

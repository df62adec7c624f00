import { html, Html } from './html/html.ts';
import type { ReportInput } from './input/types.ts';
import { dataSection } from './sections/data.ts';
import { header } from './sections/header.ts';
import { importanceSection } from './sections/importance.ts';
import { mistakes } from './sections/mistakes.ts';
import { nextSection } from './sections/next.ts';
import { recipeSection } from './sections/recipe.ts';
import { reproductionSection } from './sections/reproduction.ts';
import { scores } from './sections/scores.ts';
import { section } from './sections/section.ts';
import { training } from './sections/training.ts';
import { warnings } from './sections/warnings.ts';
import { contentSecurityPolicy } from './style/contentSecurityPolicy.ts';
import { stylesheet } from './style/stylesheet.ts';

/**
 * A report as one HTML page that needs nothing else: no network, no script, no font. It forbids itself all of them, so that nothing
 * from a table could act even if it came through.
 */
export function renderReport(input: ReportInput): string {
  const several = input.targets.length > 1;
  const sections = [
    training(input),
    scores(input),
    ...input.targets.map((report, index) => mistakes(report, index, several)),
    importanceSection(input),
    dataSection(input),
    recipeSection(input),
    nextSection(input),
    reproductionSection(input),
  ];
  const title = `${input.targets.map(({ target }) => target).join(', ')}: training report`;
  return page(
    title,
    html`${header(input, sections)}
      <main>${warnings(input)}${sections.map(section)}</main>
      <footer>
        <p>Written by Neumann. This page is complete in itself: keep it, send it, print it.</p>
      </footer>`,
  ).text;
}

/** Built by hand: its bytes must be those that were hashed, whatever a formatter does to templates. */
const style = new Html(`<style>${stylesheet.text}</style>`);

function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(stylesheet.text)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        ${body}
      </body>
    </html> `;
}

import katex from 'katex';
import 'katex/dist/katex.css';

/** A chunk of its own, with the fonts: loaded for the first formula that is asked for. */
export function renderFormula(tex: string, into: HTMLElement): void {
  katex.render(tex, into, { throwOnError: false, displayMode: false, output: 'htmlAndMathml' });
}

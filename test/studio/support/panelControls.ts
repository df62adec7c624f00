import type { Page } from 'playwright-core';

/** A control of the panels as a person meets it: found on the page, not listed by hand. */
export interface PanelControl {
  /** What it is and what it is called; the nth of its like. */
  readonly key: string;
  readonly kind: 'choice' | 'switch' | 'option' | 'slider' | 'text' | 'button' | 'help' | 'group';
  readonly name: string;
  /** What it says at present. */
  readonly state: string;
  readonly disabled: boolean;
  /** Of a choice: how many there are. */
  readonly options: number;
}

/** All of them, in the order of the page. Each is marked with its key, so that it can be found again. */
export function panelControls(page: Page): Promise<PanelControl[]> {
  return page.evaluate(() => {
    const count = new Map<string, number>();
    const kindOf = (element: HTMLElement): PanelControl['kind'] => {
      if (element instanceof HTMLSelectElement) return 'choice';
      if (element instanceof HTMLInputElement) {
        if (element.type === 'checkbox') return 'switch';
        return element.type === 'radio' ? 'option' : element.type === 'range' ? 'slider' : 'text';
      }
      if (element.classList.contains('help')) return 'help';
      return element.closest('h2') ? 'group' : 'button';
    };
    const textOf = (element: Element | null | undefined) =>
      (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const nameOf = (element: HTMLElement): string => {
      const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const given = labels.map((id) => textOf(document.querySelector(`#${CSS.escape(id)}`))).join(' ');
      const label = (element as HTMLInputElement).labels?.[0];
      const own = element instanceof HTMLButtonElement ? textOf(element) : '';
      return given || element.getAttribute('aria-label') || textOf(label) || own;
    };
    const stateOf = (element: HTMLElement): string => {
      if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type))
        return String(element.checked);
      if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) return element.value;
      return element.getAttribute('aria-pressed') ?? '';
    };
    const elements = [
      ...document.querySelectorAll<HTMLElement>(':is(.panels) :is(button, input, select, textarea)'),
    ];
    return elements.map((element) => {
      const [kind, name] = [kindOf(element), nameOf(element)];
      const like = `${kind} ${name}`;
      const nth = (count.get(like) ?? 0) + 1;
      count.set(like, nth);
      const key = nth === 1 ? like : `${like} (${nth})`;
      element.dataset['control'] = key;
      const options = element instanceof HTMLSelectElement ? element.options.length : 0;
      return { key, kind, name, state: stateOf(element), disabled: element.matches(':disabled'), options };
    });
  });
}

/** Inputs in which one types. */
const TYPING =
  ':is(input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"], [type="color"], [type="file"]), textarea, select, [contenteditable])';

/** What takes arrow keys for itself. */
const STEERED =
  ':is(input, summary, [role="radiogroup"], [role="tablist"], [role="slider"], [role="menu"], [role="listbox"], [role="grid"], [role="application"])';

/** What a space (or any key) presses. */
const PRESSED =
  ':is(button, a, summary, input, [role="button"], [role="tab"], [role="switch"], [role="option"], [role="menuitem"])';

/** Whether a key belongs to the control that has the focus (or to an open dialog), so that no shortcut may take it. */
export function isForControl(target: EventTarget | null, pressed: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(`dialog[open], ${TYPING}`)) return true;
  if (pressed === ' ') return target.closest(PRESSED) !== null;
  return /arrow/.test(pressed) && target.closest(STEERED) !== null;
}

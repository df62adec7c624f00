/** Inputs in which one types. */
const TYPING =
  ':is(input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"], [type="color"], [type="file"]), textarea, select, [contenteditable])';

/** What takes arrow keys for itself. */
const STEERED =
  ':is(input, summary, [role="radiogroup"], [role="tablist"], [role="slider"], [role="menu"], [role="listbox"], [role="grid"], [role="application"])';

/** What a space (or any key) presses. */
const PRESSED =
  ':is(button, a, summary, input, [role="button"], [role="tab"], [role="switch"], [role="option"], [role="menuitem"])';

/** Where letters have been typed that the control has not taken yet. */
let typedIn: EventTarget | null = null;

/** Told of `input`, and of what ends it: `change`, `focusout`, Enter. */
export function noteTyping({ type, target }: Event): void {
  typedIn = type === 'input' ? target : null;
}

/** Whether a key belongs to the control that has the focus (or to an open dialog), so that no shortcut may take it. */
export function isForControl(target: EventTarget | null, pressed: string): boolean {
  // The focus lingers for a moment in a dialog that was just closed.
  if (!(target instanceof Element) || target.closest('dialog:not([open])')) return false;
  // Letters just typed are undone one by one; a choice or number that was taken is undone as everywhere else.
  if (pressed.startsWith('Control+'))
    return target === typedIn || target.closest('dialog[open], textarea, [contenteditable]') !== null;
  if (target.closest(`dialog[open], ${TYPING}`)) return true;
  if (pressed === ' ') return target.closest(PRESSED) !== null;
  return /arrow/.test(pressed) && target.closest(STEERED) !== null;
}

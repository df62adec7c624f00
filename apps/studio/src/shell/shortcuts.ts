import { lanes } from '../run/lanes.svelte.ts';
import { preferences } from '../state/preferences.svelte.ts';
import { studio } from '../state/studio.svelte.ts';
import { isForControl, noteTyping } from './isForControl.ts';
import { openDialog } from './openDialog.ts';
import { undo } from './undo.ts';

export type ShortcutName = 'play' | 'step' | 'epoch' | 'back' | 'rewind' | 'undo' | 'redo' | 'share' | 'list';

interface Shortcut {
  readonly name: ShortcutName;
  /** `event.key`, small letters; with `Control+` (or Command) and `Shift+` before it. */
  readonly keys: readonly string[];
  /** Whether a key that is held down does it again now; without it, once is enough. */
  repeats?(): boolean;
  do(): void;
}

const always = (): boolean => true;
/** A large net answers more slowly than a key that is held down asks: that is not heaped up for later. */
const whenDone = (): boolean => !lanes.busy;

/** All of them, in the order of the list that `?` opens. */
export const shortcuts: readonly Shortcut[] = [
  { name: 'play', keys: [' '], do: () => (lanes.playing ? lanes.pause() : lanes.play()) },
  { name: 'step', keys: ['arrowright'], repeats: whenDone, do: () => lanes.step() },
  { name: 'epoch', keys: ['Shift+arrowright'], repeats: whenDone, do: () => lanes.epoch() },
  { name: 'back', keys: ['arrowleft'], repeats: always, do: lookBack },
  { name: 'rewind', keys: ['r'], do: () => lanes.rewind() },
  { name: 'undo', keys: ['Control+z'], repeats: always, do: undo },
  { name: 'redo', keys: ['Control+y', 'Control+Shift+z'], repeats: always, do: () => studio.redo() },
  { name: 'share', keys: ['s'], do: () => openDialog('share') },
  { name: 'list', keys: ['?'], do: () => openDialog('shortcuts') },
];

/** The epoch before the one that is shown, of those that are kept. */
function lookBack(): void {
  const { frame } = lanes.ahead;
  const earlier = frame?.history.findLast((epoch) => epoch < frame.shownEpoch);
  if (earlier === undefined) return;
  lanes.pause();
  lanes.look(earlier);
}

export function onKeydown(event: KeyboardEvent): void {
  if (event.key === 'Enter') noteTyping(event);
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const pressed = keyOf(event);
  const shortcut = shortcuts.find(({ keys }) => keys.includes(pressed));
  const single = !pressed.startsWith('Control+');
  if (!shortcut || (single && !preferences.keys) || isForControl(event.target, pressed)) return;
  event.preventDefault();
  if (event.repeat && !shortcut.repeats?.()) return;
  shortcut.do();
}

function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const control = ctrlKey || metaKey ? 'Control+' : '';
  // A question mark is typed with Shift on some keyboards and without on others.
  const shift = shiftKey && key !== '?' ? 'Shift+' : '';
  return control + shift + key.toLowerCase();
}

import { lanes } from '../run/lanes.svelte.ts';
import { preferences } from '../state/preferences.svelte.ts';
import { studio } from '../state/studio.svelte.ts';
import { isForControl } from './isForControl.ts';
import { openDialog } from './openDialog.ts';

export type ShortcutName = 'play' | 'step' | 'epoch' | 'back' | 'rewind' | 'undo' | 'redo' | 'share' | 'list';

interface Shortcut {
  readonly name: ShortcutName;
  /** `event.key`, small letters; with `Control+` (or Command) and `Shift+` before it. */
  readonly keys: readonly string[];
  do(): void;
}

/** All of them, in the order of the list that `?` opens. */
export const shortcuts: readonly Shortcut[] = [
  { name: 'play', keys: [' '], do: () => (lanes.playing ? lanes.pause() : lanes.play()) },
  { name: 'step', keys: ['arrowright'], do: () => lanes.step() },
  { name: 'epoch', keys: ['Shift+arrowright'], do: () => lanes.epoch() },
  { name: 'back', keys: ['arrowleft'], do: lookBack },
  { name: 'rewind', keys: ['r'], do: () => lanes.rewind() },
  { name: 'undo', keys: ['Control+z'], do: () => studio.undo() },
  { name: 'redo', keys: ['Control+y', 'Control+Shift+z'], do: () => studio.redo() },
  { name: 'share', keys: ['s'], do: () => openDialog('share') },
  { name: 'list', keys: ['?'], do: () => openDialog('shortcuts') },
];

/** The epoch before the one that is shown, of those that are kept. */
function lookBack(): void {
  const { frame } = lanes.a;
  const earlier = frame?.history.findLast((epoch) => epoch < frame.shownEpoch);
  if (earlier === undefined) return;
  lanes.pause();
  lanes.look(earlier);
}

export function onKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const pressed = keyOf(event);
  const shortcut = shortcuts.find(({ keys }) => keys.includes(pressed));
  const single = !pressed.startsWith('Control+');
  if (!shortcut || (single && !preferences.keys) || isForControl(event.target, pressed)) return;
  event.preventDefault();
  shortcut.do();
}

function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const control = ctrlKey || metaKey ? 'Control+' : '';
  // A question mark is typed with Shift on some keyboards and without on others.
  const shift = shiftKey && key !== '?' ? 'Shift+' : '';
  return control + shift + key.toLowerCase();
}

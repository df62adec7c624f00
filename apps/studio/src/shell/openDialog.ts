import { speech } from '../words/speech.svelte.ts';
import { dialogs, type DialogName } from './dialogs.svelte.ts';
import { notices } from './notices.svelte.ts';

/** Opens a dialog, or says why it can't be. */
export function openDialog(name: DialogName): void {
  dialogs.open(name).catch(() => notices.say('bad', speech.words.shell.failure.loading));
}

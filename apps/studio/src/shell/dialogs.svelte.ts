import type { Component } from 'svelte';
import { speech } from '../words/speech.svelte.ts';

interface DialogProps {
  readonly onclose: () => void;
}

/** All dialogs; their code and words are loaded when they are opened. */
const loaders = {
  share: () => import('./dialogs/ShareDialog.svelte'),
  lesson: () => import('./dialogs/LessonDialog.svelte'),
  export: () => import('./dialogs/ExportDialog.svelte'),
  shortcuts: () => import('./dialogs/ShortcutsDialog.svelte'),
} satisfies Record<string, () => Promise<{ readonly default: Component<DialogProps> }>>;

export type DialogName = keyof typeof loaders;

interface ShownDialog {
  readonly Content: Component<DialogProps>;
}

/** One at a time. */
class Dialogs {
  shown = $state.raw<ShownDialog | null>(null);

  /** Rejects where the code cannot be loaded. */
  async open(name: DialogName): Promise<void> {
    const [{ default: Content }] = await Promise.all([loaders[name](), speech.need('dialogs')]);
    this.shown = { Content };
  }

  /** A browser tells late that a dialog was closed: by then another one may be open, and stays. */
  close(dialog: ShownDialog): void {
    if (this.shown === dialog) this.shown = null;
  }
}

export const dialogs = new Dialogs();

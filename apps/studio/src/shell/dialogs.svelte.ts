import type { Component } from 'svelte';

interface DialogProps {
  readonly onclose: () => void;
}

/** All dialogs; their code is loaded when they are opened. */
const loaders = {
  share: () => import('./dialogs/ShareDialog.svelte'),
  lesson: () => import('./dialogs/LessonDialog.svelte'),
  export: () => import('./dialogs/ExportDialog.svelte'),
  shortcuts: () => import('./dialogs/ShortcutsDialog.svelte'),
} satisfies Record<string, () => Promise<{ readonly default: Component<DialogProps> }>>;

export type DialogName = keyof typeof loaders;

/** One at a time. */
class Dialogs {
  shown = $state.raw<{ readonly name: DialogName; readonly Content: Component<DialogProps> } | null>(null);

  /** Rejects where the code cannot be loaded. */
  async open(name: DialogName): Promise<void> {
    this.shown = { name, Content: (await loaders[name]()).default };
  }

  close(): void {
    this.shown = null;
  }
}

export const dialogs = new Dialogs();

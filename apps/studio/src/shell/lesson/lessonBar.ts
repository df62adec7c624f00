type Module = typeof import('./LessonBar.svelte');

let loaded: Module | undefined;

/** The bar of a lesson, which few pages have: at once, in the same frame, where it has been loaded. */
export const lessonBar = (): Module | Promise<Module> => loaded ?? load();

async function load(): Promise<Module> {
  loaded = await import('./LessonBar.svelte');
  return loaded;
}

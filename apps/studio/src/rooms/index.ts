import type { Component } from 'svelte';

/** A room: one way of working on a recipe. Its code is loaded when it is entered. */
export interface Room {
  readonly name: string;
  load(): Promise<{ readonly default: Component }>;
}

/** All rooms, in the order of the menu. */
export const rooms: readonly Room[] = [
  { name: 'playground', load: () => import('./playground/PlaygroundRoom.svelte') },
];

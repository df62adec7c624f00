import type { Said } from '../problemText.ts';

/** The engine speaks English itself. */
export const problems: Readonly<Record<string, (said: Said) => string>> = {};

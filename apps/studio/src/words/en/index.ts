import { shell } from './shell.ts';
import { stories } from './stories.ts';

/** One file for each area of the page; hu/ has the same files. */
export const en = { shell, stories };

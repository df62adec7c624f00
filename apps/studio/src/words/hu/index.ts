import type { Words } from '../index.ts';
import { shell } from './shell.ts';
import { stories } from './stories.ts';

export const hu: Words = { shell, stories };

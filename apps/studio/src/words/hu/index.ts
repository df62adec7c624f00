import type { Words } from '../index.ts';
import { shell } from './shell.ts';

export const hu: Words = { shell };

import { isAbsolute, join } from 'node:path';
import type { Effects } from './effects.ts';

/** Where a path that a person gave lies; as it was written, wherever that is right too. */
export function placeOf({ folder }: Pick<Effects, 'folder'>, path: string): string {
  return folder === '' || isAbsolute(path) ? path : join(folder, path);
}

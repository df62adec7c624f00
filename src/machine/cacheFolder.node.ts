import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Where this user's programs keep what they can find out again. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const named = environment.XDG_CACHE_HOME;
  if (named !== undefined && named !== '') return join(named, 'neumann');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'neumann');
  if (process.platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'neumann', 'Cache');
  return join(homedir(), '.cache', 'neumann');
}

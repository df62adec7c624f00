import { readFileSync } from 'node:fs';

/** The package's version; src/ and dist/ are equally deep. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
}

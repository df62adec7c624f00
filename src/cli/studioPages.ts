import { fileURLToPath } from 'node:url';

/** Where the build put the studio: as a site, and as one page. src/ and dist/ are equally deep. */
export const studioPages = {
  site: fileURLToPath(new URL('../../dist/studio', import.meta.url)),
  single: fileURLToPath(new URL('../../dist/studio-single/index.html', import.meta.url)),
};

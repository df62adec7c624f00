import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { catalogue } from './apps/studio/build/catalogue.ts';

/** Tests in which a browser trains: one after another, behind all others, so that none waits for a core that another has. */
const inBrowser = [
  'test/studio/**/*.test.ts',
  'test/report/browser.test.ts',
  'test/runtimes/threads.test.ts',
];

export default defineConfig({
  plugins: [svelte({ configFile: false }), catalogue()],
  test: {
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: [
            'src/**/*.test.ts',
            'test/**/*.test.ts',
            'bench/**/*.test.ts',
            'apps/studio/{src,build}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', ...inBrowser],
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: inBrowser, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});

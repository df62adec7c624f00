import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { catalogue } from './apps/studio/build/catalogue.ts';

export default defineConfig({
  plugins: [svelte({ configFile: false }), catalogue()],
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'bench/**/*.test.ts',
      'apps/studio/{src,build}/**/*.test.ts',
    ],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});

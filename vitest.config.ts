import { defineConfig } from 'vitest/config';
import { catalogue } from './apps/studio/build/catalogue.ts';

export default defineConfig({
  plugins: [catalogue()],
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'apps/studio/{src,build}/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});

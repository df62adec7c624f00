import { describe, expect, test } from 'vitest';
import { firstRoom } from './support/firstRoom.ts';
import { executablePath, useStudio } from './support/useStudio.ts';

const patience = 180_000;

describe.skipIf(executablePath === undefined)(
  'the first room (skipped where no Chromium is installed: npm run setup)',
  { timeout: patience },
  () => {
    const site = useStudio(patience);

    test('takes less than 250 kB, gzipped, with the engine that trains in it', async () => {
      const { engine, js, sum } = await firstRoom(await site.newPage(), site.address);
      // What is not there was not counted.
      expect(engine).toBeGreaterThan(50);
      expect(js).toBeGreaterThan(50);
      expect(sum).toBeLessThan(250);
    });
  },
);

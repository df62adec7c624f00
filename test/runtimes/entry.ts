/** What is bundled for every runtime: leaves the hashes where a page or a script finds them. */
import { goldenHashes } from '../../src/testing/golden/goldenHashes.ts';

Object.assign(globalThis, { golden: goldenHashes() });

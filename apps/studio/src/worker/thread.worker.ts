import { serveWebThread } from '../../../../src/machine/threads/serveWebThread.ts';

serveWebThread();

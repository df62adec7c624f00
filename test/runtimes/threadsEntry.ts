/** One script for both kinds of workers in `threads.test.ts`: named `thread`, a thread of the engine; else one that trains, and says what it got. */
import { serveWebThread, train, webThreads, writeModel } from '../../src/index.ts';

/** A step of it is long enough to be shared. */
async function trainLarge(threads: number | undefined): Promise<{ model: number[]; threads: number }> {
  const data = Array.from({ length: 256 }, (_, row) => {
    const values = Array.from({ length: 40 }, (_each, column) => [
      `x${column}`,
      ((row * 37 + column * 101) % 97) / 97,
    ]);
    return { ...Object.fromEntries(values), kind: (row * 7) % 3 === 0 ? 'up' : 'down' };
  });
  const open = webThreads(() => new Worker(self.location.href, { name: 'thread' }), 2);
  const { model, result } = await train({
    data,
    target: 'kind',
    mode: 'exact',
    threads,
    host: async () => ({ threads: await open() }),
    set: [
      'model.hidden=512,512',
      'model.linearPath=none',
      'model.members=1',
      'batches.size=64',
      'stopping.folds=0',
      'stopping.epochs=1',
    ],
  });
  return { model: Array.from(writeModel(model)), threads: result.engine.threads };
}

if (self.name === 'thread') serveWebThread();
else
  self.onmessage = async ({ data }: MessageEvent<number | undefined>) => {
    try {
      self.postMessage(await trainLarge(data));
    } catch (error) {
      self.postMessage(String(error));
    }
  };

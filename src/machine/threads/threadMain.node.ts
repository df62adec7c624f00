/** What a worker thread of Node runs: a part of the engine's work, until the process ends. */
import { parentPort } from 'node:worker_threads';
import { serveThread } from '../../tensor/exec/wasm/threads/serveThread.ts';
import { findKoffi } from '../blas/koffi.node.ts';
import { type BlasKey, loadBlas } from '../blas/nativeBlas.node.ts';

serveThread({
  onMessage: (listener) => void parentPort!.on('message', listener),
  openBlas(key) {
    const { candidate, tell } = key as BlasKey;
    return loadBlas(findKoffi()!, candidate, tell);
  },
});

import { serveThread } from '../../tensor/exec/wasm/threads/serveThread.ts';
import { up } from './webThreads.ts';

/** What the script of a worker calls to become one of `webThreads`. */
export function serveWebThread(): void {
  serveThread({
    onMessage(listener) {
      self.onmessage = ({ data }) => (data === up ? self.postMessage(up) : listener(data));
    },
  });
}

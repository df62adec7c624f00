// oxlint-disable-next-line import/default -- Vite makes a class of it.
import LaneWorker from '../worker/lane.worker.ts?worker&inline';

/** The worker of a lane, for the studio in a single file: its script is within the page. */
export const createLaneWorker = (): Worker => new LaneWorker({ name: 'lane' });

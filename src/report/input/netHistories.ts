import type { Stage, TrainEvent } from '../../train/index.ts';
import type { HistoryPoint, NetHistory } from './types.ts';

interface Growing {
  readonly stage: Stage;
  /** By epoch: a resumed run may tell of an epoch twice. */
  readonly points: Map<number, HistoryPoint>;
  restoredEpoch: number | null;
  reason: NetHistory['reason'];
}

/** The events of a run as one history for each net it trained, in order. */
export function netHistories(events: Iterable<TrainEvent>): NetHistory[] {
  const nets = new Map<string, Growing>();
  for (const event of events) {
    if (event.type !== 'epoch' && event.type !== 'stopped') continue;
    const net = netOf(nets, event.stage);
    if (event.type === 'epoch') {
      const { epoch, learningRate, train, validation } = event;
      net.points.set(epoch, { epoch, learningRate, train, validation });
    } else {
      net.restoredEpoch = event.restoredEpoch;
      net.reason = event.reason;
    }
  }
  return [...nets.values()].map(({ points, ...net }) => ({
    ...net,
    points: [...points.values()].sort((a, b) => a.epoch - b.epoch),
  }));
}

function netOf(nets: Map<string, Growing>, stage: Stage): Growing {
  const key = `${stage.kind} ${stage.index}`;
  const known = nets.get(key);
  if (known) return known;
  const net: Growing = { stage, points: new Map(), restoredEpoch: null, reason: null };
  nets.set(key, net);
  return net;
}

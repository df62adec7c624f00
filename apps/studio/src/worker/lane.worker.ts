import type { Request } from '../run/contract.ts';
import { LaneHost } from './lane.ts';

const host = new LaneHost((reply, transfer = []) => self.postMessage(reply, { transfer }));

self.onmessage = ({ data }: MessageEvent<Request>) => host.hear(data);

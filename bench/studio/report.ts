/** One net, seen in the page and in Node. Speeds are steps a second. */
export interface NetReport {
  readonly name: string;
  readonly node: number;
  readonly worker: number;
  /** At full pace. */
  readonly share: number;
  /** A second, while training at the pace. */
  readonly paces: readonly {
    readonly pace: string;
    readonly drawn: number;
    readonly frames: number;
    readonly gap: number;
  }[];
}

export interface StudioReport {
  readonly machine: string;
  readonly load: string;
  readonly browser: string;
  readonly loads: number;
  /** Milliseconds, the median of all loads. */
  readonly paint: number;
  readonly interactive: number;
  readonly nets: readonly NetReport[];
}

export function markdownOf(report: StudioReport): string {
  const rows = report.nets.flatMap(({ name, paces }) =>
    paces.map(
      ({ pace, drawn, frames, gap }) =>
        `| ${name} | ${pace} | ${drawn.toFixed(0)} | ${frames.toFixed(0)} | ${gap.toFixed(0)} ms |`,
    ),
  );
  const speeds = report.nets.map(
    ({ name, node, worker, share }) =>
      `| ${name} | ${Math.round(node)} | ${Math.round(worker)} | ${Math.round(100 * share)} % |`,
  );
  return [
    '# The studio: how fast it is',
    '',
    `${report.machine}; ${report.browser}, no GPU; load ${report.load} while it was measured. Written by \`npx node bench/studio/bench.ts\`.`,
    '',
    '| | demand | measured |',
    '|---|---|---|',
    `| first paint (median of ${report.loads} loads) | under 1000 ms | ${report.paint.toFixed(0)} ms |`,
    `| first picture of the net, everything usable | under 2000 ms | ${report.interactive.toFixed(0)} ms |`,
    '',
    'Frames a second while it trains (demand: 60, at least 30 on two cores without a GPU). `drawn`: the browser drew; `new`: came from the worker; the gap',
    'between two drawn ones, 95 of 100 times.',
    '',
    '| net | pace | drawn | new | gap |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'Steps a second at full pace, pictures included, beside Node training the same job with nothing to show (demand: at least 80 %).',
    '',
    '| net | Node | in the studio | share |',
    '|---|---|---|---|',
    ...speeds,
    '',
  ].join('\n');
}

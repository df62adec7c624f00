import type { FirstRoom } from '../../test/studio/support/firstRoom.ts';
import type { Answer } from './answers.ts';

/** Steps a second by the clock, and a second of the thread's own processor time: the latter where it can be told. */
export interface Speed {
  readonly clock: number;
  readonly own: number | undefined;
}

/** One net, seen in the page and in Node. */
export interface NetReport {
  readonly name: string;
  readonly node: Speed;
  /** At full pace. */
  readonly worker: Speed;
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
  readonly size: FirstRoom;
  readonly answers: readonly Answer[];
  readonly nets: readonly NetReport[];
}

const whole = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value)));
const ratio = (own: number | undefined, other: number | undefined): string =>
  own === undefined || other === undefined ? '' : `${Math.round((100 * own) / other)} %`;

export function markdownOf(report: StudioReport): string {
  const rows = report.nets.flatMap(({ name, paces }) =>
    paces.map(
      ({ pace, drawn, frames, gap }) =>
        `| ${name} | ${pace} | ${drawn.toFixed(0)} | ${frames.toFixed(0)} | ${gap.toFixed(0)} ms |`,
    ),
  );
  const speeds = report.nets.map(({ name, node, worker }) => {
    const share = (key: keyof Speed) => ratio(worker[key], node[key]);
    const numbers = [node.clock, worker.clock, node.own, worker.own].map((value) => whole(value));
    return `| ${name} | ${numbers.slice(0, 2).join(' | ')} | ${share('clock')} | ${numbers.slice(2).join(' | ')} | ${share('own')} |`;
  });
  const { files, html, css, js, engine, other, sum } = report.size;
  const answers = report.answers.map(
    ({ control, median, longest }) => `| ${control} | ${whole(median)} ms | ${whole(longest)} ms |`,
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
    `| first room, gzipped, with the engine in its worker | under 250 kB | ${sum.toFixed(0)} kB |`,
    '',
    `Counted is every file that the browser fetches until the first room shows its net, and for a second more (${files} files, each gzipped by`,
    `itself at level 9, 1 kB being 1000 bytes): HTML ${html.toFixed(0)}, CSS ${css.toFixed(0)}, scripts of the page ${js.toFixed(0)}, icons and the like ${other.toFixed(0)}, and the library that trains,`,
    `in its worker, ${engine.toFixed(0)} kB.`,
    '',
    'From a change of a control until the picture of the run that it makes stands, nine times each (demand: within 100 ms):',
    '',
    '| control | median | longest |',
    '|---|---|---|',
    ...answers,
    '',
    'Frames a second while it trains (demand: 60, at least 30 on two cores without a GPU). `drawn`: the browser drew; `new`: came from the worker; the gap',
    'between two drawn ones, 95 of 100 times.',
    '',
    '| net | pace | drawn | new | gap |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'Steps a second at full pace, pictures included, beside Node training the same job with nothing to show (demand: at least 80 %): by the clock,',
    "which on a busy machine says little, and a second of the thread's own processor time.",
    '',
    '| net | Node | studio | share | Node, own time | studio, own time | share |',
    '|---|---|---|---|---|---|---|',
    ...speeds,
    '',
  ].join('\n');
}

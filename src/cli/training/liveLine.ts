import type { Colors } from '../effects/colors.ts';
import { durationText } from '../format/duration.ts';
import { scoreText } from '../format/score.ts';
import { sparkline } from '../format/sparkline.ts';
import type { Progress } from './progress.ts';

const LONGEST_SPARK = 24;
const SHORTEST_SPARK = 5;

/** A training at a glance, in one line of at most `width` characters. What matters least goes first where there is little room. */
export function liveLine(progress: Progress, seconds: number, width: number, colors: Colors): string {
  const { stage, epoch, train, validation, warnings } = progress;
  const where = whereText(progress);
  const left = leftText(progress, seconds);
  const epochs = `epoch ${epoch}${stage ? `/${stage.epochs}` : ''}`;
  const losses = [
    { name: 'train', values: train, paint: colors.cyan },
    { name: 'validation', values: validation, paint: colors.yellow },
  ].filter(({ values }) => values.length > 0);
  const warned = warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '';
  const texts = losses.map(({ name, values }) => `${name} ${scoreText(values.at(-1))}`);
  const parts = fit([where, epochs, ...texts, left, warned], width);
  const free = width - parts.join('  ').length;
  const shown = texts.filter((text) => parts.includes(text)).length;
  const spark = Math.min(LONGEST_SPARK, Math.floor(free / Math.max(1, shown)) - 1);
  const painted = parts.map((part) => {
    const loss = losses[texts.indexOf(part)];
    if (!loss) return part === epochs ? colors.bold(part) : colors.dim(part);
    return spark < SHORTEST_SPARK
      ? part
      : `${part} ${loss.paint(sparkline(loss.values, spark).padEnd(spark))}`;
  });
  return painted.join('  ');
}

/** As many parts as there is room for; the first are dearest. */
function fit(parts: readonly string[], width: number): string[] {
  const kept: string[] = [];
  for (const part of parts) {
    if (part !== '' && [...kept, part].join('  ').length <= width) kept.push(part);
  }
  return kept;
}

function whereText({ stage }: Progress): string {
  if (!stage || (stage.kind === 'member' && stage.of === 1)) return '';
  return `${stage.kind === 'fold' ? 'fold' : 'net'} ${stage.index}/${stage.of}`;
}

function leftText({ done, left }: Progress, seconds: number): string {
  if (done < 2 || seconds < 0.5) return '';
  return `at most ${durationText((seconds / done) * left)} left`;
}

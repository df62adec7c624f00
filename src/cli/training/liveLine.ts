import type { Colors } from '../effects/colors.ts';
import { durationText } from '../format/duration.ts';
import { scoreText } from '../format/score.ts';
import { sparkline } from '../format/sparkline.ts';
import type { Progress } from './progress.ts';

const LONGEST_SPARK = 24;
const SHORTEST_SPARK = 6;

/** A training at a glance, in one line of at most `width` characters. What matters least goes first where there is little room. */
export function liveLine(progress: Progress, seconds: number, width: number, colors: Colors): string {
  const { stage, epoch, train, validation } = progress;
  const epochs = `epoch ${epoch}${stage ? `/${stage.epochs}` : ''}`;
  const losses = [
    { text: `train ${scoreText(train.at(-1))}`, values: train, paint: colors.cyan },
    { text: `validation ${scoreText(validation.at(-1))}`, values: validation, paint: colors.yellow },
  ].filter(({ values }) => values.length > 0);
  const texts = losses.map(({ text }) => text);
  const parts = fit([whereText(progress), epochs, ...texts, leftText(progress, seconds)], width);
  const shown = texts.filter((text) => parts.includes(text)).length;
  const room = Math.floor((width - joined(parts).length) / Math.max(1, shown)) - 1;
  const spark = room < SHORTEST_SPARK ? 0 : Math.min(room, LONGEST_SPARK);
  const painted = parts.map((part) => {
    if (part === epochs) return colors.bold(part);
    const loss = losses[texts.indexOf(part)];
    if (!loss) return colors.dim(part);
    return spark === 0 ? part : `${part} ${loss.paint(sparkline(loss.values, spark).padEnd(spark))}`;
  });
  return joined(painted);
}

const joined = (parts: readonly string[]): string => parts.join('  ');

/** As many parts as there is room for; the first are dearest. */
function fit(parts: readonly string[], width: number): string[] {
  const kept: string[] = [];
  for (const part of parts) {
    if (part !== '' && joined([...kept, part]).length <= width) kept.push(part);
  }
  return kept;
}

function whereText({ stage }: Progress): string {
  if (!stage || (stage.kind === 'member' && stage.of === 1)) return '';
  return `${stage.kind === 'fold' ? 'fold' : 'net'} ${stage.index}/${stage.of}`;
}

function leftText({ done, left }: Progress, seconds: number): string {
  if (done < 2 || seconds < 0.5) return '';
  return `at most ${durationText((seconds / done) * left)}`;
}

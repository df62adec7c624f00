import { learningCurves } from '../charts/learningCurves.ts';
import { learningRate } from '../charts/learningRate.ts';
import { figures } from '../html/figure.ts';
import { html } from '../html/html.ts';
import type { ReportInput } from '../input/types.ts';
import { counted, grouped } from '../words/numbers.ts';
import { paragraph, type Section } from './section.ts';

/** How it learned, and why it stopped. */
export function training({ nets, result, model }: ReportInput): Section {
  const metric = result.task === 'classification' ? 'accuracy' : 'r2';
  const charts = [learningCurves(nets, 'loss'), learningCurves(nets, metric), learningRate(nets)];
  const drawn = charts.some((chart) => chart !== undefined);
  return {
    id: 'training',
    title: 'Training',
    body: html`${paragraph(
      html`The model is ${model.text}:
        ${counted(model.parameters, 'weight')}${
          model.stepsPerEpoch > 0 && `, ${counted(model.stepsPerEpoch, 'step')} an epoch`
        }. <strong>Why it stopped.</strong> ${result.stopped.text} ${keptText(nets.length, result)}`,
    )}${drawn ? figures(charts) : paragraph('No epoch was measured, so there are no curves.')}`,
  };
}

function keptText(nets: number, { best, epochs }: ReportInput['result']): string {
  if (best.epoch === 0)
    return 'Epoch 0 is the net before its first step: no epoch was better than where it began.';
  return nets === 1 && best.epoch !== epochs ? `The weights of epoch ${grouped(best.epoch)} were kept.` : '';
}

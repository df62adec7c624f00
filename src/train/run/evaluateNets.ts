import { release } from '../../data/table/paged/release.ts';
import type { MetricInput } from '../../nn/define.ts';
import { Net, type Part, type Scores, type Snapshot } from '../loop/index.ts';
import { meanPredictions, metricInput, toPredictions } from '../model/predictions.ts';
import type { Fitted } from '../setup/fit.ts';
import { byTarget } from '../setup/partScores.ts';
import { reportedMetrics, scoresOf } from '../setup/scoring.ts';
import { modelSettings, type Setting } from '../setup/trainerSetup.ts';

/** How nets (their predictions averaged) do on a part. */
export interface PartEvaluation {
  readonly scores: Scores;
  /** By target, in the order of the recipe. */
  readonly inputs: readonly { readonly target: string; readonly input: MetricInput }[];
}

/** Rows of a session for evaluating; larger parts go batch by batch. */
const ROWS = 1024;

/** Evaluates parts with a model's nets. `loss` is the mean of the nets' own; metrics are those of the averaged predictions. */
export class NetEvaluator {
  readonly #net: Net;
  readonly #fitted: Fitted;
  readonly #nets: readonly Snapshot[];

  constructor(setting: Setting, fitted: Fitted, nets: readonly Snapshot[]) {
    this.#net = new Net(setting.executor, { ...modelSettings(setting), rows: ROWS });
    this.#fitted = fitted;
    this.#nets = nets;
  }

  evaluate(part: Part): PartEvaluation {
    const each = this.#nets.map((snapshot) => {
      this.#net.restore(snapshot);
      const { loss, predictions: raw, rowLosses } = this.#net.evaluate(part);
      const predictions = toPredictions(this.#net.plan, this.#fitted.targets, raw);
      [...Object.values(raw), rowLosses].forEach(release);
      return { loss, predictions };
    });
    const predictions = meanPredictions(each.map((own) => own.predictions));
    const inputs = predictions.map((prediction) => {
      const { target } = prediction;
      const truth = { labels: part.labels[target], values: part.values[target] };
      return { target, input: metricInput(prediction, truth) };
    });
    const loss = each.reduce((sum, own) => sum + own.loss, 0) / each.length;
    return { scores: { loss, ...scoresByTarget(inputs) }, inputs };
  }

  close(): void {
    this.#net.close();
  }
}

export function scoresByTarget(inputs: PartEvaluation['inputs']): Record<string, number> {
  return byTarget(
    inputs.map(({ target, input }) => ({ target, scores: scoresOf(reportedMetrics[input.task], input) })),
  );
}

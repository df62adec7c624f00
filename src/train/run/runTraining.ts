import type { Warning } from '../../data/table/index.ts';
import { planModel } from '../../nn/trace/index.ts';
import type { Stage, TrainEvent } from '../events.ts';
import type { TrainerCheckpoint, TrainerOptions } from '../loop/index.ts';
import {
  engineReport,
  otherEngine,
  rowsOfStep,
  stepOperations,
  type EngineFacts,
  type EngineReport,
} from '../engine/index.ts';
import type { Executor } from '../../tensor/index.ts';
import { Model } from '../model/model.ts';
import type { ResolvedRecipe } from '../recipe/index.ts';
import type { Result } from '../result.ts';
import { fitOn, type Fitted } from '../setup/fit.ts';
import { outputWarnings } from '../setup/outputRange.ts';
import { checkMemory, grouped, memoryNeeded } from '../setup/memoryNeeded.ts';
import { prepareRows, type PreparedRows } from '../setup/preparedRows.ts';
import { readProblem, type Problem } from '../setup/problem.ts';
import { finalScores, type ScorePart } from '../setup/partScores.ts';
import { modelSettings, type Setting } from '../setup/trainerSetup.ts';
import { divide, foldsOf, type Division } from './division.ts';
import { finishRun } from './finishRun.ts';
import type { Job } from './job.ts';
import { modelParts } from './modelParts.ts';
import { netOptions } from './netOptions.ts';
import { plannedEvent } from './plannedEvent.ts';
import { checkResume, recipeText } from './resume.ts';
import type { FinishedNet, RunCheckpoint } from './runCheckpoint.ts';
import { isSaid, resolveFor, settingFor } from './settle.ts';
import { trainNet, type Current } from './trainNet.ts';

/** How a run ended. */
export interface FinishedRun {
  readonly model: Model;
  readonly result: Result;
  readonly recipe: ResolvedRecipe;
  /** Which rows of the table were for what. */
  readonly division: Division;
}

/** A run from table to model. `events()` does the work; `checkpoint()` may be asked at any time while it goes on. */
export class TrainingRun {
  readonly #job: Job;
  readonly #problem: Problem;
  readonly #division: Division;
  readonly #warnings: Warning[];
  readonly #started = performance.now();
  readonly #current: Current = { trainer: undefined };
  readonly #folds: FinishedNet[];
  readonly #members: FinishedNet[];
  #resume: TrainerCheckpoint | undefined;
  #executor: Executor;
  #engine: EngineFacts | undefined;

  constructor(job: Job) {
    const { recipe, table, resume, dataSha256 } = job;
    if (resume) checkResume(resume, recipe, dataSha256);
    this.#job = job;
    this.#executor = job.executor;
    this.#engine = resume?.engine;
    this.#warnings = [...job.warnings];
    this.#problem = readProblem(recipe, table);
    this.#division = divide(recipe, this.#problem);
    this.#folds = [...(resume?.folds ?? [])];
    this.#members = [...(resume?.members ?? [])];
    this.#resume = resume?.current;
  }

  checkpoint(): RunCheckpoint {
    const current = this.#current.trainer?.checkpoint() ?? this.#resume;
    const { recipe, dataSha256 } = this.#job;
    const used = this.#current.trainer ? engineReport(this.#executor, this.#began) : this.#began;
    const engine = this.#engine && { ...this.#engine, ...(used && { used }) };
    return {
      recipe: recipeText(recipe),
      dataSha256,
      folds: this.#folds,
      members: this.#members,
      current,
      engine,
    };
  }

  async *events(): AsyncGenerator<TrainEvent, FinishedRun> {
    const { recipe } = this.#job;
    const { train, validation, warnings } = this.#division;
    yield* this.#warn([...this.#problem.warnings, ...warnings]);
    const fitted = fitOn(recipe, this.#job.things, this.#problem, train);
    const resolved = resolveFor(this.#job, this.#problem, this.#division, fitted);
    yield* this.#warn([...fitted.warnings, ...outputWarnings(resolved, this.#job.things, this.#problem)]);
    const plan = planModel({ ...modelSettings(this.#setting(resolved, fitted)), rows: 1 });
    await this.#chooseEngine(stepOperations(plan, rowsOfStep(resolved, train.length)));
    const setting = this.#setting(resolved, fitted);
    yield plannedEvent(setting, this.#problem, this.#division, plan.parameterCount);
    this.#checkMemory(setting);
    const { folds } = resolved.stopping;
    if (folds > 0) yield* this.#trainFolds(resolved, joinedRows(train, validation));
    const { test } = this.#division;
    const whole =
      folds > 0 ? this.#refitting(resolved, joinedRows(train, validation)) : { fitted, setting, rows: train };
    const parts = folds > 0 ? [whole.rows, test] : [train, validation, test];
    const learned = { ...whole, prepared: prepareRows(whole.fitted, this.#problem, parts) };
    yield* this.#trainMembers(learned);
    return yield* this.#finish(learned);
  }

  get #began(): EngineReport | undefined {
    return this.#job.resume?.engine?.used;
  }

  *#warn(warnings: readonly Warning[]): Generator<TrainEvent> {
    for (const warning of warnings) {
      if (isSaid(this.#warnings, warning)) continue;
      this.#warnings.push(warning);
      yield { type: 'warning', ...warning };
    }
  }

  /** Warnings of a net's training are kept with the others; each is said once, not for every fold again. */
  async *#trainNet(
    options: TrainerOptions,
    stage: Stage,
    more: { readonly resume?: TrainerCheckpoint; readonly finalScores?: ScorePart },
  ): AsyncGenerator<TrainEvent, FinishedNet> {
    const events = trainNet(options, stage, this.#current, more);
    let next = await events.next();
    for (; !next.done; next = await events.next()) {
      yield* this.#warn(otherEngine(this.#began, this.#executor));
      const { value } = next;
      if (value.type !== 'warning') yield value;
      else if (!this.#warnings.some(({ text }) => text === value.text)) {
        const { type: _, ...warning } = value;
        yield* this.#warn([warning]);
      }
    }
    return next.value;
  }

  #setting(recipe: ResolvedRecipe, fitted: Fitted): Setting {
    return settingFor({ ...this.#job, executor: this.#executor }, this.#problem, recipe, fitted);
  }

  #checkMemory({ input: { width, embeddings } }: Setting): void {
    const { rows } = this.#problem.table;
    const numbers = width + embeddings.length;
    const what = `The table has ${grouped(rows)} rows, each of ${numbers} numbers when prepared`;
    checkMemory(what, memoryNeeded(rows, numbers), this.#job.memory);
  }

  async #chooseEngine(operations: number): Promise<void> {
    const chosen = await this.#job.chooseEngine?.(operations);
    if (!chosen) return;
    this.#executor = chosen.executor;
    this.#engine = chosen.facts;
  }

  /** A fold's preparation is fitted on the fold's own training rows. */
  async *#trainFolds(recipe: ResolvedRecipe, rows: Int32Array): AsyncGenerator<TrainEvent> {
    const { folds } = recipe.stopping;
    const divisions = foldsOf(recipe, this.#problem, rows, folds);
    for (let index = this.#folds.length; index < folds; index++) {
      const { train, validation } = divisions[index];
      const fitted = fitOn(recipe, this.#job.things, this.#problem, train);
      const stage = { kind: 'fold', index: index + 1, of: folds, epochs: recipe.stopping.epochs } as const;
      yield { type: 'stage', stage, text: `Fold ${index + 1} of ${folds}, to choose the number of epochs.` };
      const setting = this.#setting(recipe, fitted);
      const prepared = prepareRows(fitted, this.#problem, [train, validation]);
      const net = { setting, fitted, prepared, train, validation, deadline: this.#deadline(recipe) };
      const options = await netOptions(this.#job, this.#problem, net);
      const more = { resume: this.#takeResume(), finalScores: finalScores(setting, fitted) };
      this.#folds.push(yield* this.#trainNet(options, stage, more));
    }
  }

  /** After the folds: all rows but the test part's, for as many epochs as the folds took on average. */
  #refitting(recipe: ResolvedRecipe, rows: Int32Array) {
    const fitted = fitOn(recipe, this.#job.things, this.#problem, rows);
    return { fitted, rows, setting: this.#setting(recipe, fitted) };
  }

  #chosenEpochs(): number {
    const best = this.#folds.map(({ outcome }) => outcome.best?.epoch ?? outcome.epochs);
    return Math.max(0, Math.round(best.reduce((sum, epoch) => sum + epoch, 0) / best.length));
  }

  async *#trainMembers({ setting, fitted, prepared, rows }: Learned): AsyncGenerator<TrainEvent> {
    const { members } = setting.recipe.model;
    const refit = this.#folds.length > 0;
    const epochs = refit ? this.#chosenEpochs() : setting.recipe.stopping.epochs;
    const { validation } = this.#division;
    const watched = refit || validation.length === 0 ? undefined : validation;
    for (let index = this.#members.length; index < members; index++) {
      const stage = { kind: 'member', index: index + 1, of: members, epochs } as const;
      if (refit || members > 1)
        yield { type: 'stage', stage, text: memberText(index, members, refit ? epochs : undefined) };
      const net = {
        setting,
        fitted,
        prepared,
        train: rows,
        validation: watched,
        epochs,
        deadline: this.#deadline(setting.recipe),
      };
      const options = await netOptions(this.#job, this.#problem, { ...net, member: index });
      this.#members.push(yield* this.#trainNet(options, stage, { resume: this.#takeResume() }));
    }
  }

  /** Each net gets its share of the minutes: what is left, divided by the nets still to be trained. */
  #deadline({ stopping, model }: ResolvedRecipe): number | undefined {
    if (stopping.minutes === null) return undefined;
    const end = this.#started + stopping.minutes * 60_000;
    const left = stopping.folds + model.members - this.#folds.length - this.#members.length;
    const now = performance.now();
    return now + Math.max(0, end - now) / left;
  }

  #takeResume(): TrainerCheckpoint | undefined {
    const resume = this.#resume;
    this.#resume = undefined;
    return resume;
  }

  async *#finish({ setting, fitted, prepared, rows }: Learned): AsyncGenerator<TrainEvent, FinishedRun> {
    const { warning } = setting.executor.means?.() ?? {};
    if (warning !== undefined) yield* this.#warn([{ code: 'blas', text: warning }]);
    const nets = this.#members.map(({ snapshot }) => snapshot!);
    const parts = modelParts(setting, fitted, this.#problem, nets, this.#job.dataSha256);
    const model = new Model(parts, this.#executor);
    const result = await finishRun({
      model,
      setting,
      fitted,
      prepared,
      problem: this.#problem,
      division: this.#division,
      trainRows: rows,
      outcomes: this.#members.map(({ outcome }) => outcome),
      folds: this.#folds.map(({ outcome }) => outcome),
      warnings: this.#warnings,
      began: this.#began,
      seconds: () => (performance.now() - this.#started) / 1000,
    });
    yield { type: 'result', result };
    return { model, result, recipe: setting.recipe, division: this.#division };
  }
}

/** What the model learns from, and how it is prepared. */
interface Learned {
  readonly setting: Setting;
  readonly fitted: Fitted;
  readonly prepared: PreparedRows;
  readonly rows: Int32Array;
}

function memberText(index: number, members: number, epochs: number | undefined): string {
  const which = members === 1 ? 'The model' : `Net ${index + 1} of ${members}`;
  return epochs === undefined
    ? `${which}.`
    : `${which}, on training and validation rows together, for ${epochs} epochs.`;
}

function joinedRows(a: Int32Array, b: Int32Array): Int32Array {
  const joined = new Int32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined.sort();
}

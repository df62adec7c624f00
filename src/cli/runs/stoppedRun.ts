import { join } from 'node:path';
import { NeumannError } from '../../errors.ts';
import { readSafetensors } from '../../train/safetensors/index.ts';
import type { RecipeInput } from '../../train/index.ts';
import type { Effects } from '../effects/effects.ts';
import { placeOf } from '../effects/paths.ts';
import { parseJson } from '../format/json.ts';
import { runFiles } from './runFiles.ts';
import { sha256 } from './runFolder.ts';
import { linesUntil, parseLog, type LogLine, type StartedLine } from './runLog.ts';

/** What a run that was stopped left in its folder. */
export interface StoppedRun {
  readonly started: StartedLine;
  /** The lines of its events file that hold at the checkpoint. */
  readonly lines: readonly LogLine[];
  readonly recipe: RecipeInput;
  /** Missing where it was stopped before its first. */
  readonly checkpoint?: Uint8Array;
  /** There when it is finished after all. */
  readonly result?: unknown;
}

/** Reads the folder of a run to go on with it. Throws a NeumannError for any other folder. */
export function readStoppedRun(path: string, effects: Effects): StoppedRun {
  const { files } = effects;
  const place = (name: string) => join(placeOf(effects, path), name);
  const text = (name: string) => new TextDecoder().decode(files.read(place(name)));
  const json = (name: string) => parseJson(text(name), join(path, name));
  if (!files.isFolder(placeOf(effects, path)))
    throw new NeumannError('resume', `There is no run ${path}; name the folder of a run that was stopped.`);
  const started = files.exists(place(runFiles.events)) ? parseLog(text(runFiles.events)) : [];
  const [first] = started;
  if (first?.type !== 'started' || !files.exists(place(runFiles.recipe)))
    throw new NeumannError('resume', `${path} holds no run that can be resumed; train anew.`);
  const checkpoint = files.exists(place(runFiles.checkpoint))
    ? files.read(place(runFiles.checkpoint))
    : undefined;
  return {
    started: first,
    lines: linesUntil(started, checkpoint && sha256(checkpoint)),
    recipe: recipeOf(json(runFiles.recipe) as RecipeInput, checkpoint, path),
    checkpoint,
    ...(files.exists(place(runFiles.result)) && { result: json(runFiles.result) }),
  };
}

/** As it was given: the folder's `recipe.json` has every `auto` written out, and the checkpoint goes with the one before that. */
function recipeOf(resolved: RecipeInput, checkpoint: Uint8Array | undefined, path: string): RecipeInput {
  if (checkpoint === undefined) return resolved;
  const { metadata } = readSafetensors(checkpoint, `${path}/${runFiles.checkpoint}`);
  const given = JSON.parse(metadata.recipe) as { stopping: object };
  return { ...given, stopping: { ...given.stopping, minutes: resolved.stopping?.minutes ?? null } };
}

import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import type { TrainEvent } from '../../train/index.ts';
import type { Effects } from '../effects/effects.ts';
import { isDraftName, writeFile } from '../effects/files.ts';
import { placeOf } from '../effects/paths.ts';
import { jsonText } from '../format/json.ts';
import { runFiles } from './runFiles.ts';
import { eventsOf, logText, type LogLine, type StartedLine } from './runLog.ts';

/** Writes the folder of a run, file by file, each of them whole. */
export class RunFolder {
  /** As a person would write it. */
  readonly path: string;
  readonly #files: Effects['files'];
  readonly #place: string;
  readonly #lines: LogLine[];
  /** What a resumed run tells again, though it stands there already. */
  readonly #told: ReadonlySet<string>;

  private constructor(path: string, effects: Effects, lines: readonly LogLine[]) {
    this.path = path;
    this.#files = effects.files;
    this.#place = placeOf(effects, path);
    this.#lines = [...lines];
    this.#told = new Set(lines.map((line) => JSON.stringify(line)));
    this.#write(runFiles.events, logText(lines));
  }

  /** The folder of a new run. */
  static create(path: string, effects: Effects, started: Omit<StartedLine, 'type'>): RunFolder {
    const place = placeOf(effects, path);
    effects.files.makeFolder(place);
    // Seen from the folder: the two may be moved together.
    const table = relative(resolve(place), resolve(placeOf(effects, started.table)));
    try {
      return new RunFolder(path, effects, [{ type: 'started', ...started, table }]);
    } catch (error) {
      effects.files.remove(place);
      throw error;
    }
  }

  /** The folder of a stopped run, its events cut off behind the lines that hold at its checkpoint. */
  static reopen(path: string, effects: Effects, lines: readonly LogLine[]): RunFolder {
    const { files } = effects;
    const place = placeOf(effects, path);
    // What was being written when it was killed.
    const parts = files.list(place).filter((name) => isDraftName(name));
    parts.forEach((name) => files.remove(join(place, name)));
    return new RunFolder(path, effects, lines);
  }

  get events(): TrainEvent[] {
    return eventsOf(this.#lines);
  }

  append(line: LogLine): void {
    const text = JSON.stringify(line);
    if (this.#told.has(text)) return;
    this.#files.append(join(this.#place, runFiles.events), `${text}\n`);
    this.#lines.push(line);
  }

  saveRecipe(recipe: unknown): void {
    this.#write(runFiles.recipe, jsonText(recipe));
  }

  /** The line comes first: a checkpoint whose line is missing would not tell where to go on writing. */
  saveCheckpoint(bytes: Uint8Array): void {
    this.append({ type: 'checkpoint', sha256: sha256(bytes) });
    this.#write(runFiles.checkpoint, bytes);
  }

  saveModel(bytes: Uint8Array): void {
    this.#write(runFiles.model, bytes);
  }

  saveReport(html: string): void {
    this.#write(runFiles.report, html);
  }

  saveResult(result: unknown): void {
    this.#write(runFiles.result, jsonText(result));
  }

  /** After a run that came to nothing. */
  remove(): void {
    this.#files.remove(this.#place);
  }

  #write(name: string, data: string | Uint8Array): void {
    writeFile(this.#files, join(this.#place, name), data);
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

import { posix } from 'node:path';
import type { Problem } from './rules.ts';
import type { Import, Source } from './readSource.ts';

interface Folder {
  /** Folders of apps/studio/src whose code it may use. */
  readonly uses: readonly string[];
  /** Folders of which it may know the types alone. */
  readonly knows?: readonly string[];
  /** Folders of the library's src/ whose code it may use; of any it may know the types. */
  readonly library?: readonly string[];
}

const whole = ['numeric', 'tensor', 'nn', 'data', 'train'];

/** Which folder of apps/studio/src may import which, as its README.md draws it. The page is everything but worker/ and data/: it has no engine. */
const folders: Readonly<Record<string, Folder>> = {
  words: { uses: [] },
  catalogue: { uses: [] },
  data: { uses: [], knows: ['state'], library: ['numeric', 'data'] },
  state: { uses: ['catalogue', 'data', 'words'], knows: ['run'] },
  charts: { uses: ['words'], knows: ['run'] },
  export: { uses: ['charts'] },
  run: { uses: ['state'], knows: ['worker'] },
  worker: { uses: ['data', 'run', 'state'], library: [...whole, 'machine'] },
  controls: { uses: ['catalogue', 'charts', 'run', 'state', 'words'] },
  rooms: {
    uses: ['catalogue', 'charts', 'controls', 'data', 'run', 'shell', 'state', 'words'],
    knows: ['worker'],
  },
  shell: {
    uses: ['catalogue', 'charts', 'controls', 'export', 'rooms', 'run', 'state', 'words'],
  },
};

/** The files through which the page gets a worker's code, whatever the folder. */
const workerDoors: readonly string[] = ['apps/studio/src/run/createInlineWorker.ts'];

/** Rules of apps/studio/src (not of its tests, nor of `*.forTest.ts`). */
export function studioProblemsOf(source: Source): Problem[] {
  const problems = source.imports.map((each) => ({
    path: source.path,
    line: each.line,
    text: importProblem(source.path, each),
  }));
  const tooLong = source.lines > 400 ? `${source.lines} lines: split it (400 at most)` : undefined;
  return [...problems, { path: source.path, line: source.lines, text: tooLong }].filter(
    (each): each is Problem => each.text !== undefined,
  );
}

function importProblem(path: string, { specifier, kind }: Import): string | undefined {
  const typeOnly = kind === 'types';
  const from = path.split('/')[3];
  if (!specifier.startsWith('.') || path.split('/').length === 4 || workerDoors.includes(path))
    return undefined;
  const [top, ...rest] = posix.join(posix.dirname(path), specifier).split('/');
  const folder = folders[from];
  if (folder === undefined) return `${from}/ is not on the map (scripts/imports/studio.ts, apps/studio)`;
  if (top === 'src') return typeOnly ? undefined : libraryProblem(from, folder, rest);
  const to = rest[2];
  if (to === from || folder.uses.includes(to) || (typeOnly && folder.knows?.includes(to))) return undefined;
  return `${from}/ of the studio may not import ${to}/${folder.knows?.includes(to) ? ' but for its types' : ''}`;
}

function libraryProblem(from: string, { library = [] }: Folder, [first, ...rest]: readonly string[]) {
  if (library.length > 0 && (rest.length === 0 || library.includes(first))) return undefined;
  return `${from}/ of the studio may not import src/${first}: the engine belongs to the worker`;
}

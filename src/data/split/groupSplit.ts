import { NeumannError } from '../../errors.ts';
import { permutation } from '../../numeric/index.ts';
import type { Warning } from '../table/table.ts';
import { classCounts } from './classCounts.ts';
import { partNames, partSizes, type Split, type SplitInput, type SplitSettings } from './settings.ts';

/**
 * Divides whole groups, so that no group is in two parts. Groups come in random order, and each goes to the part that
 * lacks the most rows; so parts come near their shares (of rows, not of groups) unless a few groups are very large.
 */
export function groupSplit(settings: SplitSettings, input: SplitInput): Split {
  const { rows, seed } = input;
  const groups = groupsOf(input);
  const { classes, counts } = classCounts(rows, groups);
  const lacking = sizesOf(settings, rows.length);
  const empty = new Set([...lacking.keys()].filter((part) => lacking[part] > 0));
  if (counts.length < empty.size) throw tooFewGroups(counts.length, empty.size, settings);
  const partOf = new Uint8Array(counts.length);
  permutation(seed, 'split', 0, counts.length).forEach((group, i) => {
    const mustFill = counts.length - i === empty.size;
    const chosen = mostLacking(lacking, mustFill ? empty : undefined);
    partOf[group] = chosen;
    lacking[chosen] -= counts[group];
    empty.delete(chosen);
  });
  const rowsOf = (part: number) => rows.filter((_, position) => partOf[classes[position]] === part);
  const warnings = missingGroups(rows, groups, settings);
  return { train: rowsOf(0), validation: rowsOf(1), test: rowsOf(2), warnings };
}

function groupsOf({ groups }: SplitInput): Int32Array {
  if (groups) return groups;
  throw new NeumannError('split', 'A split by groups needs to know their column; set split.column.');
}

function sizesOf(settings: SplitSettings, rows: number): number[] {
  const sizes = partSizes(rows, settings);
  return partNames.map((part) => sizes[part]);
}

/** The part that lacks the most rows, among `allowed` or all. */
function mostLacking(lacking: readonly number[], allowed?: ReadonlySet<number>): number {
  const among = [...lacking.keys()].filter((part) => allowed?.has(part) ?? true);
  return among.reduce((best, part) => (lacking[part] > lacking[best] ? part : best));
}

function tooFewGroups(groups: number, wanted: number, { column }: SplitSettings): NeumannError {
  const where = column ? `Column '${column}' has` : 'There are';
  const count = groups === 1 ? 'only one group' : `only ${groups} groups`;
  return new NeumannError(
    'too-few-groups',
    `${where} ${count}, too few for ${wanted} parts without a group in two of them; choose another column, or set a share to 0.`,
  );
}

function missingGroups(rows: Int32Array, groups: Int32Array, { column }: SplitSettings): Warning[] {
  const missing = rows.reduce((count, row) => count + (groups[row] < 0 ? 1 : 0), 0);
  if (missing === 0) return [];
  const text = `${missing} rows have no value in '${column}', the column of groups: they are kept together as one group.`;
  return [{ code: 'missing-groups', text, column: column ?? undefined }];
}

import type { Program } from '../../../graph/program.ts';
import { type Shape, sizeOf, type Tensor } from '../../../graph/tensor.ts';
import { numberAttribute, numbersAttribute } from '../../../ops/attributes.ts';
import { constant } from '../../../ops/build/index.ts';
import { type Anchors, storedValue } from './anchors.ts';
import { noSteps, writeExpression } from './expression.ts';
import {
  elementPlace,
  type Group,
  type Member,
  memberFor,
  newGroup,
  overLoops,
  pointAxes,
  pointPlace,
  sameSizes,
  type Target,
} from './groups.ts';
import {
  type Affine,
  loopsOver,
  type LoopSpace,
  rowMajorStrides,
  sameAffine,
  SplitNeeded,
  withoutOnes,
} from './loopSpace.ts';
import { isAssembly, isContraction, isIndexed, isReduction } from './operations.ts';

/** Something to compute that can join a group, or else opens a new one. */
interface Task {
  readonly node: Tensor;
  readonly root: Tensor;
  readonly target?: Target;
  /** Whether it writes over an earlier piece of the same node. */
  readonly overwrites?: boolean;
}

/** Loops that share no input are only put together when they are this short: it saves a call. */
const shortLoop = 4096;

export interface Grouping {
  readonly groups: readonly Group[];
  /** For each assignment the tensor whose memory its slot is to be. */
  readonly stored: readonly Tensor[];
}

/**
 * Puts everything that has to be computed into groups, in an order in which each group needs only earlier ones: a task joins
 * the first group whose loops it fits and that does not come before what it needs.
 */
export function formGroups(program: Program, anchors: Anchors): Grouping {
  const groups: Group[] = [];
  const readyAt = new Map<Tensor, number>();
  const place = (task: Task): void => {
    const at = joinOrOpen(task, groups, anchors, readyAt);
    readyAt.set(task.node, Math.max(at, readyAt.get(task.node) ?? 0));
  };
  for (const node of anchors.order) for (const task of tasksFor(node)) place(task);
  const stored = storedTensors(program, anchors);
  for (const node of stored) if (!anchors.has(node)) place({ node, root: node, target: { tensor: node } });
  return { groups, stored };
}

function tasksFor(node: Tensor): readonly Task[] {
  if (isAssembly(node)) return node.op === 'pad' ? padPieces(node) : concatenatePieces(node);
  if (isReduction(node)) return [{ node, root: node.inputs[0], target: { tensor: node } }];
  return [{ node, root: node, target: { tensor: node } }];
}

/** Everything filled with the value, then the middle overwritten. */
function padPieces(node: Tensor): readonly Task[] {
  const [x] = node.inputs;
  const fill = constant(numberAttribute(node.attributes, 'value'), node.shape, node.dtype);
  const whole: Task = { node, root: fill, target: { tensor: node } };
  if (sizeOf(x.shape) === 0) return [whole];
  return [whole, { ...piece(node, x, numbersAttribute(node.attributes, 'before')), overwrites: true }];
}

function concatenatePieces(node: Tensor): readonly Task[] {
  const axis = numberAttribute(node.attributes, 'axis');
  let start = 0;
  return node.inputs.map((input) => {
    const starts = node.shape.map((_, at) => (at === axis ? start : 0));
    start += input.shape[axis];
    return piece(node, input, starts);
  });
}

function piece(node: Tensor, root: Tensor, starts: readonly number[]): Task {
  const all = rowMajorStrides(node.shape);
  const offset = starts.reduce((at, first, axis) => at + first * all[axis], 0);
  const strides = all.filter((_, axis) => root.shape[axis] !== 1);
  return { node, root, target: { tensor: node, window: { offset, strides } } };
}

/** An anchor, or a copy of its own where a value has no kernel (inputs passed on, constants) or is assigned once more. */
function storedTensors(program: Program, anchors: Anchors): readonly Tensor[] {
  const taken = new Set<Tensor>();
  return program.assignments.map(({ value }) => {
    const source = storedValue(value);
    const isOwn = anchors.has(source) && !taken.has(source);
    taken.add(source);
    return isOwn ? source : { ...value, op: 'reshape', inputs: [source], attributes: { shape: value.shape } };
  });
}

function joinOrOpen(
  task: Task,
  groups: Group[],
  anchors: Anchors,
  readyAt: ReadonlyMap<Tensor, number>,
): number {
  const isKernel = (isContraction(task.node) || isIndexed(task.node)) && task.root === task.node;
  const needs = isKernel ? [] : neededBy(task, anchors);
  const last = Math.max(-1, ...needs.map((node) => readyAt.get(node) ?? -1));
  const first = Math.max(last, task.overwrites ? (readyAt.get(task.node) ?? -1) + 1 : 0);
  if (!isKernel)
    for (let at = first; at < groups.length; at++)
      if (join(task, groups[at], at === last, needs, anchors)) return at;
  return groups.push(openFor(task, isKernel)) - 1;
}

/** The anchors, slots and literals that the task's expression ends at. */
function neededBy(task: Task, anchors: Anchors): readonly Tensor[] {
  const leaves = new Set<Tensor>();
  const pending = [task.root];
  const seen = new Set<Tensor>(task.root === task.node ? [] : pending);
  while (pending.length > 0) {
    const node = pending.pop() as Tensor;
    const isLeaf = (anchors.has(node) && node !== task.node) || node.op === 'read' || node.op === 'literal';
    if (isLeaf) leaves.add(node);
    else
      for (const input of node.inputs)
        if (!seen.has(input)) {
          seen.add(input);
          pending.push(input);
        }
  }
  return [...leaves];
}

function openFor(task: Task, isKernel: boolean): Group {
  const { node, root } = task;
  if (isKernel) {
    const group = newGroup(isContraction(node) ? 'product' : 'indexed', node.shape);
    group.members.push({ kind: 'kernel', node, root, level: 0 });
    return group;
  }
  const group = newGroup('nest', root.shape);
  if (isReduction(node)) addReduction(group, task, 0);
  else group.members.push({ kind: 'element', node, root, level: 0, target: task.target as Target });
  return group;
}

/** The axes that a reduction runs along, among those of its input that aren't of size 1. */
function reducedAxes(node: Tensor): readonly number[] {
  const { shape } = node.inputs[0];
  const axes = reductionAxes(node);
  const long = shape.flatMap((size, axis) => (size === 1 ? [] : [axis]));
  return axes.map((axis) => long.indexOf(axis));
}

function reductionAxes(node: Tensor): readonly number[] {
  return node.op === 'argmax'
    ? [numberAttribute(node.attributes, 'axis')]
    : numbersAttribute(node.attributes, 'axes');
}

function runsAlongRows(node: Tensor): boolean {
  return reductionAxes(node).includes(node.inputs[0].shape.length - 1);
}

function addReduction(group: Group, { node, root }: Task, level: number): void {
  group.reduced = reducedAxes(node);
  group.alongRows = runsAlongRows(node);
  group.members.push({ kind: 'reduction', node, root, level });
}

/** Adds the task to the group if its loops fit. `isLast`: whether the task needs something that the group computes. */
function join(
  task: Task,
  group: Group,
  isLast: boolean,
  needs: readonly Tensor[],
  anchors: Anchors,
): boolean {
  if (group.kind === 'indexed' || !(isLast || isWorthJoining(group, needs, anchors))) return false;
  if (group.kind === 'product' && !isLast) return false;
  if (isReduction(task.node)) return joinReduction(task, group, anchors);
  const kind = kindIn(group, task.root.shape);
  if (!kind) return false;
  const level = levelIn(group, task, kind, anchors);
  if (level === undefined) return false;
  group.members.push({ kind, node: task.node, root: task.root, level, target: task.target as Target });
  return true;
}

function joinReduction(task: Task, group: Group, anchors: Anchors): boolean {
  if (group.kind !== 'nest' || !sameSizes(withoutOnes(task.root.shape), group.shape)) return false;
  const reduced = reducedAxes(task.node);
  const fits =
    !group.reduced || (sameSizes(reduced, group.reduced) && group.alongRows === runsAlongRows(task.node));
  if (!fits) return false;
  const level = levelIn({ ...group, reduced }, task, 'element', anchors);
  if (level === undefined) return false;
  addReduction(group, task, level);
  return true;
}

function kindIn(group: Group, shape: Shape): 'element' | 'point' | undefined {
  const sizes = withoutOnes(shape);
  if (sameSizes(sizes, group.shape)) return 'element';
  const points = pointAxes(group).map((axis) => group.shape[axis]);
  return group.reduced && sameSizes(sizes, points) ? 'point' : undefined;
}

function isWorthJoining(group: Group, needs: readonly Tensor[], anchors: Anchors): boolean {
  if (group.kind !== 'nest') return false;
  if (sizeOf(group.shape) <= shortLoop) return true;
  const read = new Set(group.members.flatMap((member) => neededBy(member, anchors)));
  return needs.some((node) => read.has(node));
}

/** The pass in which the task can be computed; undefined if it reads something of the group anywhere but at its own place. */
function levelIn(group: Group, task: Task, kind: 'element' | 'point', anchors: Anchors): number | undefined {
  let level = 0;
  const aligned = overLoopsOf(group, (space) => {
    level = 0;
    let fits = true;
    const own = kind === 'element' ? elementPlace(group, space) : pointPlace(group, space);
    writeExpression(task.root, own, space, noSteps, (node, place, steps) => {
      if (!isLeaf(node)) return undefined;
      const member = memberFor(group, node);
      if (member) {
        fits &&= sameAffine(place, placeIn(member)) && !isAssembly(node);
        fits &&= !(kind === 'point' && member.kind === 'element');
        level = Math.max(level, member.kind === 'reduction' ? member.level + 1 : member.level);
      }
      return steps.add({ kind: 'constant', value: 0, dtype: node.dtype });
    });
    return fits;

    function placeIn(member: Member): Affine {
      const isPoint = member.kind === 'point' || member.kind === 'reduction';
      return isPoint ? pointPlace(group, space) : elementPlace(group, space);
    }
    function isLeaf(node: Tensor): boolean {
      return (anchors.has(node) && node !== task.node) || node.op === 'read';
    }
  });
  return aligned ? level : undefined;
}

/** A product's tiles can't be split any further: undefined where that would be needed. */
function overLoopsOf<T>(group: Group, body: (space: LoopSpace) => T): T | undefined {
  if (group.kind !== 'product') return overLoops(group, body);
  try {
    return body(loopsOver(group.shape, []));
  } catch (thrown) {
    if (thrown instanceof SplitNeeded) return undefined;
    throw thrown;
  }
}

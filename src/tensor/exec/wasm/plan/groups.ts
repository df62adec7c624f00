import { type Shape, type Tensor } from '../../../graph/tensor.ts';
import {
  type Affine,
  loopsOver,
  type LoopSpace,
  placeOf,
  splitLoop,
  SplitNeeded,
  withoutOnes,
} from './loopSpace.ts';

/** What one kernel will do, before it is written: the members share the loops. */
export interface Group {
  readonly kind: 'nest' | 'product' | 'indexed';
  /** What the loops run over, without axes of size 1. */
  readonly shape: Shape;
  /** Axes of `shape` that the group's reductions run along; undefined while it has none. */
  reduced: readonly number[] | undefined;
  /** Whether the reductions run along the last axis of the tensors they reduce: this, and lengths, decide the order of sums. */
  alongRows: boolean;
  readonly members: Member[];
}

export type Member = ElementMember | PointMember | ReductionMember | KernelMember;

interface MemberBase {
  /** What the member computes; other groups know it by this. */
  readonly node: Tensor;
  /** The expression that it is made from. */
  readonly root: Tensor;
  /** How many passes over the reduced axes come before the one that it is computed in. */
  readonly level: number;
}

/** Computed for every element of the group's shape. Of a pad or concatenate: one of its pieces. */
export interface ElementMember extends MemberBase {
  readonly kind: 'element';
  readonly target: Target;
}

/** Computed once for every point of the axes that are not reduced. */
export interface PointMember extends MemberBase {
  readonly kind: 'point';
  readonly target: Target;
}

export interface ReductionMember extends MemberBase {
  readonly kind: 'reduction';
}

/** The product, gather or scatterAdd that a group is about. */
export interface KernelMember extends MemberBase {
  readonly kind: 'kernel';
}

/** Where a member is stored: a tensor's memory, or a window on it. */
export interface Target {
  readonly tensor: Tensor;
  /** Where in that memory the element at a row-major place of the member lies; the same place if left out. */
  readonly window?: { readonly offset: number; readonly strides: readonly number[] };
}

export function newGroup(kind: Group['kind'], shape: Shape): Group {
  return { kind, shape: withoutOnes(shape), reduced: undefined, alongRows: false, members: [] };
}

export function memberFor(group: Group, node: Tensor): Member | undefined {
  return group.members.find((member) => member.node === node);
}

/** Runs what needs the group's loops, splitting them until all views that it meets are affine. */
export function overLoops<T>(group: Pick<Group, 'shape' | 'reduced'>, body: (space: LoopSpace) => T): T {
  let space = loopsOver(group.shape, group.reduced ?? []);
  for (;;) {
    try {
      return body(space);
    } catch (thrown) {
      if (!(thrown instanceof SplitNeeded)) throw thrown;
      space = splitLoop(space, thrown);
    }
  }
}

export function sameSizes(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** The axes of the group's shape that are not reduced. */
export function pointAxes(group: Pick<Group, 'shape' | 'reduced'>): number[] {
  return group.shape.flatMap((_, axis) => (group.reduced?.includes(axis) ? [] : [axis]));
}

export function elementPlace(group: Pick<Group, 'shape'>, space: LoopSpace): Affine {
  const sources = group.shape.map((_, axis) => axis);
  return placeOf(space, group.shape, sources);
}

export function pointPlace(group: Pick<Group, 'shape' | 'reduced'>, space: LoopSpace): Affine {
  const sources = pointAxes(group);
  return placeOf(
    space,
    sources.map((axis) => group.shape[axis]),
    sources,
  );
}

import type { Tensor } from '../../../graph/tensor.ts';
import type { Anchors } from './anchors.ts';
import type { BufferTable } from './bufferTable.ts';
import type { Loops } from './draft.ts';
import { isCounting, StepList, writeExpression } from './expression.ts';
import {
  elementPlace,
  type Group,
  type Member,
  memberFor,
  overLoops,
  pointAxes,
  pointPlace,
  type Target,
} from './groups.ts';
import { type Affine, type LoopSpace, placeAt } from './loopSpace.ts';
import { isAssembly } from './operations.ts';
import type { Level, Reduction, StepId, Store } from './plan.ts';

/** Writes the steps and stores of a group's members; of a product, those of its epilogue. */
export function lowerGroup(group: Group, anchors: Anchors, buffers: BufferTable): Loops {
  return overLoops(group, (space) => new Lowering(group, space, anchors, buffers).run());
}

interface DraftLevel extends Level {
  readonly pointStores: Store[];
  readonly reductions: number[];
  readonly elementStores: Store[];
}

class Lowering {
  readonly #group: Group;
  readonly #space: LoopSpace;
  readonly #anchors: Anchors;
  readonly #buffers: BufferTable;
  readonly #steps = new StepList();
  readonly #levels: DraftLevel[] = [];
  /** Reductions written so far, by their nodes. */
  readonly #reductions = new Map<Tensor, number>();

  constructor(group: Group, space: LoopSpace, anchors: Anchors, buffers: BufferTable) {
    this.#group = group;
    this.#space = space;
    this.#anchors = anchors;
    this.#buffers = buffers;
  }

  run(): Loops {
    for (const member of this.#group.members) this.#write(member);
    const { steps, reductions } = this.#steps;
    return { space: this.#space, steps, reductions, levels: this.#levels };
  }

  #write(member: Member): void {
    switch (member.kind) {
      case 'kernel':
        return this.#writeProduct(member.node);
      case 'reduction':
        return this.#writeReduction(member);
      case 'point': {
        const place = pointPlace(this.#group, this.#space);
        const step = this.#expression(member, place);
        const store = this.#store(step, member.target, place, pointAxes(this.#group));
        this.#level(member.level).pointStores.push(store);
        return;
      }
      case 'element': {
        const place = elementPlace(this.#group, this.#space);
        const step = this.#expression(member, place);
        const sources = this.#group.shape.map((_, axis) => axis);
        this.#level(member.level).elementStores.push(this.#store(step, member.target, place, sources));
      }
    }
  }

  #writeProduct(node: Tensor): void {
    const step = this.#steps.add({ kind: 'product', dtype: 'f32' });
    const place = elementPlace(this.#group, this.#space);
    this.#level(0).elementStores.push({ step, buffer: this.#buffers.tensor(node), place });
  }

  #writeReduction(member: Member): void {
    const { node, root, level } = member;
    const step = this.#expression(member, elementPlace(this.#group, this.#space));
    const op = node.op as Reduction['op'];
    const position = op === 'argmax' ? this.#positionAlongReduced() : undefined;
    const number = this.#steps.reductions.push({ op, step, position, dtype: root.dtype }) - 1;
    this.#reductions.set(node, number);
    this.#level(level).reductions.push(number);
    const place = pointPlace(this.#group, this.#space);
    const result = this.#steps.add({ kind: 'result', reduction: number, dtype: node.dtype });
    this.#level(level + 1).pointStores.push({ step: result, buffer: this.#buffers.tensor(node), place });
  }

  #positionAlongReduced(): StepId {
    const coefficients = this.#space.map((axis) => (axis.reduced ? axis.stride : 0));
    return this.#steps.add({ kind: 'position', place: { offset: 0, coefficients }, dtype: 'i32' });
  }

  #expression(member: Member, place: Affine): StepId {
    const leaf = (node: Tensor, at: Affine): StepId | undefined =>
      node === member.root && node === member.node ? undefined : this.#leaf(node, at, member.level);
    return writeExpression(member.root, place, this.#space, this.#steps, leaf);
  }

  #leaf(node: Tensor, place: Affine, level: number): StepId | undefined {
    const isMemory = node.op === 'read' || (node.op === 'literal' && !isCounting(node));
    if (!isMemory && !this.#anchors.has(node)) return undefined;
    const own = isAssembly(node) ? undefined : memberFor(this.#group, node);
    if (own?.kind === 'kernel') return this.#steps.add({ kind: 'product', dtype: 'f32' });
    if (own?.kind === 'point' || (own?.kind === 'element' && own.level === level)) return undefined;
    const reduction = this.#reductions.get(node);
    if (reduction !== undefined) return this.#steps.add({ kind: 'result', reduction, dtype: node.dtype });
    const { buffer, offset } = this.#buffers.window(node);
    const at = { offset: place.offset + offset, coefficients: place.coefficients };
    return this.#steps.add({ kind: 'load', buffer, place: at, dtype: node.dtype });
  }

  /** `sources`: the axes of the group's shape that the member has. */
  #store(step: StepId, { tensor, window }: Target, place: Affine, sources: readonly number[]): Store {
    const buffer = this.#buffers.tensor(tensor);
    return { step, buffer, place: window ? throughWindow(window, sources, this.#space) : place };
  }

  #level(level: number): DraftLevel {
    while (this.#levels.length <= level)
      this.#levels.push({ pointStores: [], reductions: [], elementStores: [] });
    return this.#levels[level];
  }
}

/** Where the loops are in a window with strides on these axes of the group's shape. */
function throughWindow(
  { offset, strides }: { offset: number; strides: readonly number[] },
  sources: readonly number[],
  space: LoopSpace,
): Affine {
  const map = sources.map((source) => ({
    offset: 0,
    coefficients: space.map((loop) => (loop.source === source ? loop.stride : 0)),
  }));
  return placeAt(map, strides, space, offset);
}

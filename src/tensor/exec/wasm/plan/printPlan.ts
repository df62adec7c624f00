import type { Affine } from './loopSpace.ts';
import {
  type BufferId,
  bytesOf,
  type Call,
  type Level,
  type LibraryCall,
  type MatrixOperand,
  type NestCall,
  type Plan,
  type ProductCall,
  type Step,
  type StepId,
  type Store,
  type Window,
} from './plan.ts';

/**
 * A plan as text for people: each call with what it computes. Blocks stand under their names, with elements counted from their
 * beginning; what lies in temporary memory has its address (in bytes) after an @.
 */
export function printPlan(plan: Plan): string {
  const { name, calls, scratchBytes, literalBytes } = plan;
  const literals = literalBytes > 0 ? `, ${literalBytes} bytes of literals` : '';
  const head = `plan ${name}: ${calls.length} calls, ${scratchBytes} bytes of temporaries${literals}`;
  return [head, ...calls.map((call, at) => `  ${at + 1}. ${printCall(plan, call)}`), ''].join('\n');
}

function printCall(plan: Plan, call: Call): string {
  const window = (at: Window): string => printWindow(plan, at);
  switch (call.kernel) {
    case 'nest':
      return new ExpressionPrinter(plan, call.steps, nestAxes).nest(call);
    case 'product':
      return new ExpressionPrinter(plan, call.steps, productAxes).product(call);
    case 'library':
      return printLibrary(plan, call);
    case 'gather':
      return `gather ${call.count} rows of ${call.width}: ${window(call.output)} = ${window(call.table)}[${window(call.indices)}]`;
    case 'scatterAdd':
      return `scatterAdd ${call.count} rows of ${call.width}: ${window(call.output)}[${window(call.indices)}] += ${window(call.updates)}`;
    case 'copy':
      return `copy ${call.length}: ${window(call.to)} = ${window(call.from)}`;
  }
}

function printLibrary(plan: Plan, { batch, m, n, k, a, b, c }: LibraryCall): string {
  const times = batch > 1 ? `${batch} times ` : '';
  const [left, right, result] = [a, b, c].map((matrix) => printWindow(plan, matrix));
  return `library product ${times}${m}x${n}x${k} ${transposition(a)}${transposition(b)}: ${result} = ${left} ${right}`;
}

const nestAxes = ['i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'];
const productAxes = ['batch', 'i', 'j'];
const indent = '\n       ';

const symbols: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  less: '<',
  lessEqual: '<=',
  equal: '=',
  notEqual: '!=',
};

/** Prints the expressions of one call. */
class ExpressionPrinter {
  readonly #plan: Plan;
  readonly #steps: readonly Step[];
  readonly #axes: readonly string[];
  /** Values that several expressions use, under names. */
  readonly #named = new Map<StepId, string>();

  constructor(plan: Plan, steps: readonly Step[], axes: readonly string[]) {
    this.#plan = plan;
    this.#steps = steps;
    this.#axes = axes;
  }

  nest(call: NestCall): string {
    const axes = call.axes.map(({ size, reduced }, axis) => {
      const role = `${reduced ? ' reduced' : ''}${axis === call.laneAxis ? ' in lanes' : ''}`;
      return `${this.#axes[axis]} < ${size}${role}`;
    });
    const users = [...call.levels.flatMap(storesOf), ...call.reductions].map(({ step }) => step);
    const named = this.#nameShared(users);
    const lines = call.levels.flatMap((level) => this.#level(call, level));
    return [`nest ${axes.join(', ') || 'one element'}`, ...named, ...lines].join(indent);
  }

  product(call: ProductCall): string {
    const { m, n, k, batch, a, b, packing, stores } = call;
    const times = batch > 1 ? `${batch} times ` : '';
    const packs = [packing.a === undefined ? '' : 'A', packing.b === undefined ? '' : 'B'].join('');
    const form = `${transposition(a)}${transposition(b)}${packs && `, packs ${packs}`}`;
    const head = `product ${times}${m}x${n}x${k} ${form}: C = ${printWindow(this.#plan, a)} ${printWindow(this.#plan, b)}`;
    const named = this.#nameShared(stores.map(({ step }) => step));
    return [head, ...named, ...stores.map((store) => this.#store(store))].join(indent);
  }

  #level(call: NestCall, level: Level): readonly string[] {
    const reductions = level.reductions.map((id) => {
      const { op, step } = call.reductions[id];
      return `${resultName(id)} = ${op} ${this.#expression(step)}`;
    });
    const [before, during] = [level.pointStores, level.elementStores].map((stores) =>
      stores.map((store) => this.#store(store)),
    );
    return [...before, ...reductions, ...during];
  }

  /** Gives names to operations whose value is used more than once; `users` are the steps that end expressions. */
  #nameShared(users: readonly StepId[]): readonly string[] {
    const uses = this.#steps.map(() => 0);
    for (const step of this.#steps)
      if ('inputs' in step) for (const input of new Set(step.inputs)) uses[input]++;
    for (const id of users) uses[id]++;
    return this.#steps.flatMap((step, id) => {
      if (uses[id] < 2 || (step.kind !== 'apply' && step.kind !== 'random')) return [];
      const text = this.#expression(id);
      const name = `t${this.#named.size}`;
      this.#named.set(id, name);
      return [`${name} = ${text}`];
    });
  }

  #store({ step, buffer, place }: Store): string {
    return `${this.#element(buffer, place)} = ${this.#expression(step)}`;
  }

  #expression(id: StepId): string {
    const known = this.#named.get(id);
    if (known) return known;
    const step = this.#steps[id];
    switch (step.kind) {
      case 'load':
        return this.#element(step.buffer, step.place);
      case 'constant':
        return Object.is(step.value, -0) ? '-0' : String(step.value);
      case 'position':
        return `(${this.#affine(step.place)})`;
      case 'random':
        return `random(${step.stream}, ${this.#affine(step.place)})`;
      case 'result':
        return resultName(step.reduction);
      case 'product':
        return 'C';
      case 'apply':
        return this.#operation(step.op, step.inputs);
    }
  }

  #operation(op: string, inputs: readonly StepId[]): string {
    const operands = inputs.map((input) => this.#expression(input));
    if (op in symbols) return `(${operands.join(` ${symbols[op]} `)})`;
    return `${op}(${operands.join(', ')})`;
  }

  #element(buffer: BufferId, place: Affine): string {
    const { name, offset } = locate(this.#plan, buffer);
    return `${name}[${this.#affine({ ...place, offset: place.offset + offset })}]`;
  }

  /** `30 i + j + 5` */
  #affine({ offset, coefficients }: Affine): string {
    const terms = coefficients.flatMap((c, axis) => {
      const name = this.#axes[axis];
      return c === 0 ? [] : [c === 1 ? name : `${c} ${name}`];
    });
    if (offset !== 0 || terms.length === 0) terms.push(String(offset));
    return terms.join(' + ');
  }
}

function storesOf({ pointStores, elementStores }: Level): readonly Store[] {
  return [...pointStores, ...elementStores];
}

/** A block by its name, and how many elements into it; everything else by name and address. */
function locate(plan: Plan, buffer: BufferId): { name: string; offset: number } {
  const { name, area, block, offset, dtype } = plan.buffers[buffer];
  if (area === 'block') return { name: block as string, offset: offset / bytesOf(dtype) };
  return { name: `${name}@${area === 'literal' ? 'literal ' : ''}${offset}`, offset: 0 };
}

function printWindow(plan: Plan, window: Window): string {
  const { name, offset } = locate(plan, window.buffer);
  const start = offset + window.offset;
  return start > 0 ? `${name}[${start}...]` : name;
}

function transposition({ columnStride }: MatrixOperand): 'N' | 'T' {
  return columnStride === 1 ? 'N' : 'T';
}

function resultName(reduction: number): string {
  return `r${reduction}`;
}

import type { Affine } from './loopSpace.ts';
import {
  type BufferId,
  bytesOf,
  type Call,
  type Level,
  type MatrixOperand,
  type NestCall,
  type Plan,
  type ProductCall,
  type Step,
  type StepId,
  type Store,
  type Window,
} from './plan.ts';

/** A plan as text for people: where everything lies, and each call with what it computes. */
export function printPlan(plan: Plan): string {
  const { name, calls, scratchBytes, literalBytes } = plan;
  const literals = literalBytes > 0 ? `, ${literalBytes} bytes of literals` : '';
  const head = `plan ${name}: ${calls.length} calls, ${scratchBytes} bytes of temporaries${literals}`;
  return [head, ...calls.map((call, at) => `  ${at + 1}. ${new Printer(plan).call(call)}`), ''].join('\n');
}

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

class Printer {
  readonly #plan: Plan;
  /** Values that several expressions use, under names. */
  #named = new Map<StepId, string>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  call(call: Call): string {
    switch (call.kernel) {
      case 'nest':
        return this.#nest(call);
      case 'product':
        return this.#product(call);
      case 'gather':
        return `gather ${call.count} rows of ${call.width}: ${this.#window(call.output)} = ${this.#window(call.table)}[${this.#window(call.indices)}]`;
      case 'scatterAdd':
        return `scatterAdd ${call.count} rows of ${call.width}: ${this.#window(call.output)}[${this.#window(call.indices)}] += ${this.#window(call.updates)}`;
      case 'copy':
        return `copy ${call.length}: ${this.#window(call.to)} = ${this.#window(call.from)}`;
    }
  }

  #nest(call: NestCall): string {
    const axes = call.axes.map(({ size, reduced }, axis) => {
      const role = `${reduced ? ' reduced' : ''}${axis === call.laneAxis ? ' lanes' : ''}`;
      return `${axisName(axis)} < ${size}${role}`;
    });
    const lines = call.levels.flatMap((level) => this.#level(call, level));
    return [
      `nest ${axes.join(', ') || 'one element'}`,
      ...this.#lets(call.steps, call.reductions),
      ...lines,
    ].join('\n       ');
  }

  #level(call: NestCall, level: Level): readonly string[] {
    const reductions = level.reductions.map((id) => {
      const { op, step } = call.reductions[id];
      return `${resultName(id)} = ${op} ${this.#step(call.steps, step)}`;
    });
    return [
      ...level.pointStores.map((store) => this.#store(call.steps, store)),
      ...reductions,
      ...level.elementStores.map((store) => this.#store(call.steps, store)),
    ];
  }

  #product(call: ProductCall): string {
    const { m, n, k, batch, a, b, packing } = call;
    const times = batch > 1 ? `${batch} times ` : '';
    const packed = [packing.a !== undefined ? 'A' : '', packing.b !== undefined ? 'B' : ''].join('');
    const how = `${form(a, 'columnStride')}${form(b, 'columnStride')}${packed && `, packs ${packed}`}`;
    const operands = `${this.#matrix(a)} ${this.#matrix(b)}`;
    const head = `product ${times}${m}x${n}x${k} ${how}: C = ${operands}`;
    const lets = this.#lets(call.steps, []);
    return [head, ...lets, ...call.stores.map((store) => this.#store(call.steps, store))].join('\n       ');
  }

  /** Names for the values that are used more than once and aren't mere numbers. */
  #lets(steps: readonly Step[], reductions: readonly { step: StepId }[]): readonly string[] {
    this.#named = new Map();
    const uses = steps.map(() => 0);
    for (const step of steps) if ('inputs' in step) for (const input of new Set(step.inputs)) uses[input]++;
    for (const { step } of reductions) uses[step]++;
    return steps.flatMap((step, id) => {
      if (uses[id] < 2 || (step.kind !== 'apply' && step.kind !== 'random')) return [];
      const text = this.#step(steps, id);
      const name = `t${this.#named.size}`;
      this.#named.set(id, name);
      return [`${name} = ${text}`];
    });
  }

  #store(steps: readonly Step[], { step, buffer, place }: Store): string {
    return `${this.#place(buffer, place)} = ${this.#step(steps, step)}`;
  }

  #step(steps: readonly Step[], id: StepId): string {
    const known = this.#named.get(id);
    if (known) return known;
    const step = steps[id];
    const inputs = 'inputs' in step ? step.inputs.map((input) => this.#step(steps, input)) : [];
    switch (step.kind) {
      case 'load':
        return this.#place(step.buffer, step.place);
      case 'constant':
        return Object.is(step.value, -0) ? '-0' : String(step.value);
      case 'position':
        return `(${affine(step.place)})`;
      case 'random':
        return `random(${step.stream} ${affine(step.place)})`;
      case 'result':
        return resultName(step.reduction);
      case 'product':
        return 'C';
      case 'apply':
        return step.op in symbols && inputs.length === 2
          ? `(${inputs[0]} ${symbols[step.op]} ${inputs[1]})`
          : `${step.op}(${inputs.join(', ')})`;
    }
  }

  #place(buffer: BufferId, place: Affine): string {
    return `${this.#buffer(buffer)}[${affine(place)}]`;
  }

  #matrix(matrix: MatrixOperand): string {
    return this.#window(matrix);
  }

  #window({ buffer, offset }: Window): string {
    return `${this.#buffer(buffer)}${offset > 0 ? `[${offset}...]` : ''}`;
  }

  /** A block by its name, everything else by the place of its first number, in elements. */
  #buffer(id: BufferId): string {
    const { name, area, block, offset, dtype } = this.#plan.buffers[id];
    if (area === 'block') return name === block ? name : `${block}@${offset / bytesOf(dtype)}`;
    return `${name}@${area === 'literal' ? 'L' : ''}${offset}`;
  }
}

function form(matrix: MatrixOperand, unit: 'columnStride'): string {
  return matrix[unit] === 1 ? 'N' : 'T';
}

function axisName(axis: number): string {
  return 'ijklmnop'[axis] ?? `i${axis}`;
}

function resultName(reduction: number): string {
  return `r${reduction}`;
}

/** `30 i + j + 5` */
function affine({ offset, coefficients }: Affine): string {
  const terms = coefficients.flatMap((c, axis) =>
    c === 0 ? [] : [c === 1 ? axisName(axis) : `${c} ${axisName(axis)}`],
  );
  if (offset !== 0 || terms.length === 0) terms.push(String(offset));
  return terms.join(' + ');
}

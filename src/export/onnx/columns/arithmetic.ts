import type { GraphBuilder, Value } from '../graph/graphBuilder.ts';

/** Arithmetic on tensors of one element type, where a plain number stands for a constant. */
export interface Arithmetic {
  readonly graph: GraphBuilder;
  number(value: number): Value;
  /** A row of numbers, [1, n], to stand beside columns of [rows, 1]. */
  row(values: readonly number[]): Value;
  add(a: Operand, b: Operand): Value;
  subtract(a: Operand, b: Operand): Value;
  multiply(a: Operand, b: Operand): Value;
  divide(a: Operand, b: Operand): Value;
  /** Conditions are tensors of bool. */
  select(condition: Value, a: Operand, b: Operand): Value;
  compare(operator: Comparison, a: Operand, b: Operand): Value;
  /** Kept within [low, high]. */
  clip(x: Operand, low: number, high: number): Value;
  /** An operator of one input. */
  apply(operator: string, x: Operand): Value;
}

export type Operand = Value | number;
export type Comparison = 'Less' | 'LessOrEqual' | 'Greater' | 'GreaterOrEqual' | 'Equal';

export function arithmetic(graph: GraphBuilder, type: 'float' | 'double'): Arithmetic {
  const number = (value: number) => graph.numbers(type, [value], []);
  const valueOf = (operand: Operand) => (typeof operand === 'number' ? number(operand) : operand);
  const node = (operator: string, ...operands: Operand[]) => graph.node(operator, operands.map(valueOf));
  return {
    graph,
    number,
    row: (values) => graph.numbers(type, values, [1, values.length]),
    add: (a, b) => node('Add', a, b),
    subtract: (a, b) => node('Sub', a, b),
    multiply: (a, b) => node('Mul', a, b),
    divide: (a, b) => node('Div', a, b),
    select: (condition, a, b) => graph.node('Where', [condition, valueOf(a), valueOf(b)]),
    compare: (operator, a, b) => node(operator, a, b),
    clip: (x, low, high) => node('Clip', x, low, high),
    apply: (operator, x) => node(operator, x),
  };
}

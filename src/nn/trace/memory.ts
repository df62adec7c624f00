import { NeumannError } from '../../errors.ts';
import { random, read, type Shape, showShape, type Slot, type Tensor } from '../../tensor/index.ts';
import type { ParameterDeclaration } from '../define.ts';

/** Where a trace's tensors come from, by their full names. */
export interface Memory {
  parameter(name: string, shape: Shape, declaration: ParameterDeclaration): Tensor;
  buffer(name: string, shape: Shape, initial: number): Tensor;
  updateBuffer(name: string, value: Tensor): void;
  uniform(name: string, shape: Shape): Tensor;
}

export interface DeclaredParameter extends ParameterDeclaration {
  readonly name: string;
  readonly shape: Shape;
}
export interface DeclaredBuffer {
  readonly name: string;
  readonly shape: Shape;
  readonly initial: number;
}

/** The first pass: hands out stand-ins and writes down what is asked for, in order. */
export class DeclaringMemory implements Memory {
  readonly parameters: DeclaredParameter[] = [];
  readonly buffers: DeclaredBuffer[] = [];

  parameter(name: string, shape: Shape, declaration: ParameterDeclaration): Tensor {
    refuseTwice(this.parameters, name);
    this.parameters.push({ name, shape, ...declaration });
    return standIn('parameters', name, shape);
  }

  buffer(name: string, shape: Shape, initial: number): Tensor {
    refuseTwice(this.buffers, name);
    this.buffers.push({ name, shape, initial });
    return standIn('buffers', name, shape);
  }

  updateBuffer(): void {}

  uniform(name: string, shape: Shape): Tensor {
    return standIn('random', name, shape);
  }
}

export interface NamedSlot {
  readonly name: string;
  readonly slot: Slot;
}

/** The second pass: reads what the first one laid out. Keeps the nodes, for gradients by them. */
export class PlannedMemory implements Memory {
  readonly parameters = new Map<string, Tensor>();
  readonly bufferValues = new Map<string, Tensor>();
  readonly #slots: Map<string, Slot>;
  readonly #key: Slot;

  constructor(parameters: readonly NamedSlot[], buffers: readonly NamedSlot[], key: Slot) {
    this.#slots = new Map([...parameters, ...buffers].map(({ name, slot }) => [name, slot]));
    this.#key = key;
  }

  parameter(name: string, shape: Shape): Tensor {
    const tensor = this.#read(name, shape);
    this.parameters.set(name, tensor);
    return tensor;
  }

  buffer(name: string, shape: Shape): Tensor {
    return this.#read(name, shape);
  }

  updateBuffer(name: string, value: Tensor): void {
    this.bufferValues.set(name, value);
  }

  uniform(name: string, shape: Shape): Tensor {
    return random(name, shape, read(this.#key));
  }

  #read(name: string, shape: Shape): Tensor {
    const slot = this.#slots.get(name);
    if (slot && showShape(slot.shape) === showShape(shape)) return read(slot);
    const found = slot ? showShape(slot.shape) : 'nothing';
    throw new NeumannError(
      'shape',
      `'${name}' should be ${showShape(shape)}, but ${found} was planned for it`,
    );
  }
}

function standIn(block: string, name: string, shape: Shape): Tensor {
  return read({ block, name, offset: 0, shape, dtype: 'f32' });
}

function refuseTwice(declared: readonly { readonly name: string }[], name: string): void {
  if (!declared.some((other) => other.name === name)) return;
  throw new NeumannError(
    'name',
    `there are two parameters or buffers '${name}'; give the layers labels of their own`,
  );
}

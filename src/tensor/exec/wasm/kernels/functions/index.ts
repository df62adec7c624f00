import type { FunctionHandle, ModuleBuilder, ValueType, V128, FunctionBuilder } from '../../emit/index.ts';
import { writeErf } from './erf.ts';
import { writeExp } from './exp.ts';
import { writeExpm1 } from './expm1.ts';
import { writeLog, writeLog1p } from './log.ts';
import { writePow } from './pow.ts';
import { addLargeAngle, writeSin } from './sin.ts';
import { writeTanh } from './tanh.ts';

/** A function on vectors of four lanes, put into a module once and called by all kernels that need it. */
export type AddFunction = (module: ModuleBuilder) => FunctionHandle<'v128'>;

/** The operations that are functions, not instructions. */
export const vectorFunctions: Readonly<Record<string, AddFunction>> = {
  exp: unary(writeExp),
  expm1: unary(writeExpm1),
  log: unary(writeLog),
  log1p: unary(writeLog1p),
  tanh: unary(writeTanh),
  erf: unary(writeErf),
  sin: withQuarters(0),
  cos: withQuarters(1),
  power: (module) =>
    module.function(['v128', 'v128'], 'v128', (f) =>
      writePow(f, f.parameter(0, 'v128'), f.parameter(1, 'v128')),
    ),
};

function unary(write: (f: FunctionBuilder, x: V128) => V128): AddFunction {
  const parameters: ValueType[] = ['v128'];
  return (module) => module.function(parameters, 'v128', (f) => write(f, f.parameter(0, 'v128')));
}

function withQuarters(quarters: 0 | 1): AddFunction {
  return (module) => {
    const largeAngle = addLargeAngle(module);
    return module.function(['v128'], 'v128', (f) =>
      writeSin(f, f.parameter(0, 'v128'), quarters, largeAngle),
    );
  };
}

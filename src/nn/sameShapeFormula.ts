import { NeumannError } from '../errors.ts';
import { formula, showShape, type Tensor } from '../tensor/index.ts';

/** A person's formula over tensors of one shape, which its result must have too: `formula('2')` says nothing of any element. */
export function sameShapeFormula(text: string, names: Readonly<Record<string, Tensor>>): Tensor {
  const result = formula(text, names);
  const [first] = Object.values(names);
  if (showShape(result.shape) === showShape(first.shape)) return result;
  const known = Object.keys(names).join(' or ');
  throw new NeumannError(
    'formula',
    `the formula '${text}' is a constant: let it say what becomes of ${known}`,
  );
}

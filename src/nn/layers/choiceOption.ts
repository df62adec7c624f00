import { z } from 'zod';

/** A thing chosen by name within a layer's options, e.g. `{ "name": "kaimingUniform", "nonlinearity": "relu" }`; a name alone will do. */
export const choiceOption = z.union([
  z.looseObject({ name: z.string() }),
  z.string().transform((name) => ({ name })),
]);

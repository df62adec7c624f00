import { z } from 'zod';

/** A thing chosen by name within a layer's options, e.g. `{ "name": "kaimingUniform", "nonlinearity": "relu" }`. */
export const choiceOption = z.looseObject({ name: z.string() });

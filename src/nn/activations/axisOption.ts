import { z } from 'zod';

/** Which axis is normalised; negative numbers count from the last one. */
export const axisOption = z.int().default(-1).describe('Axis that is normalised; -1 is the last one.');

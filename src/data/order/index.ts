import { balanced } from './balanced.ts';
import { custom } from './custom.ts';
import { hardFirst } from './hardFirst.ts';
import { interleaved } from './interleaved.ts';
import { sequential } from './sequential.ts';
import { shuffled } from './shuffled.ts';

/** Every order of the rows of an epoch, by name. */
export const orders = { shuffled, sequential, interleaved, hardFirst, balanced, custom };

export type OrderName = keyof typeof orders;
export { defineOrder } from './define.ts';
export type { EpochOrder, OrderContext, OrderDefinition, RowLosses } from './define.ts';

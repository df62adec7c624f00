import { custom } from './custom.ts';
import { elastic } from './elastic.ts';
import { l1 } from './l1.ts';
import { l1Proximal } from './l1Proximal.ts';
import { l2 } from './l2.ts';
import { maxNorm } from './maxNorm.ts';

/** Every penalty by name. */
export const penalties = { l2, l1, l1Proximal, elastic, maxNorm, custom };

export type PenaltyName = keyof typeof penalties;

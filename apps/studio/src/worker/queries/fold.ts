import type { Query } from './define.ts';
import { foldCheck, type FoldCheck } from './foldCheck.ts';

/** How far predictions are apart when the fitted scaling is put into the first layer's weights. */
export const fold: Query<null, FoldCheck> = (_, { run }) => foldCheck(run.live);

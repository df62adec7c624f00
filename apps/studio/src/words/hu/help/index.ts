export { datasets } from './datasets.ts';
export { fields } from './fields.ts';
export { metrics } from './metrics.ts';
export { things } from './things.ts';

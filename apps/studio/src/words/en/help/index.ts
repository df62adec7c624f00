export { fields } from './fields.ts';

import type { Words } from '../index.ts';

export const shell: Words['shell'] = {
  title: 'Neumann stúdió',
};

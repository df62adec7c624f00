import type { Words } from '../index.ts';

export const storyList: Words['storyList'] = {
  heading: 'Történetek',
  choose: 'Válasszon egy történetet',
  titles: {
    overfitting: 'Így tanul túl egy háló',
    scaling: 'Miért skálázzuk a bemeneteket',
    committee: 'A dropout mint bizottság',
    penalties: 'L1 és L2',
    order: 'A minták sorrendje',
    twoLosses: 'Két veszteség egyszerre',
    sideBySide: 'Egymás mellett',
    trick: 'Mit tesz itt ez a fogás?',
    step: 'Egy lépés belülről',
    elephant: 'Négy paraméter',
  },
};

import type { datasets as names } from '../../en/datasets.ts';

export const datasets: Readonly<Record<Exclude<keyof typeof names, 'drawn' | 'drawnNumbers'>, string>> = {
  gaussians: 'Kerek felhők: a lineáris modell a lehető legjobb.',
  circle: 'Korong egy gyűrűben: egyenes nem választja szét, három rejtett neuron igen.',
  xor: 'Az átellenes síknegyedek azonos osztályúak: egyik koordináta sem mond semmit egymagában.',
  moons: 'Két egymásba nyúló félkör: egy sima görbe szétválasztja őket.',
  rings: 'Gyűrűk egy közös középpont körül: az osztályokat csak a távolság különbözteti meg.',
  checkerboard: 'Tizenhat négyzet két színben: sok egyenes határ, tehát a széles háló kifizetődik.',
  spiral: 'Egymásba tekeredő karok: a legnehezebb mind közül, mélység vagy sok neuron kell hozzá.',
  plane: 'Ferde sík −1,2-től 1,2-ig: a lineáris modell pontosan megtanulja.',
  hills: 'Három domb és három völgy egy síkságon, −1-től 1-ig: mindegyik saját neuronokat kíván.',
};

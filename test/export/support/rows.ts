import { randomStream } from '../../../src/numeric/index.ts';

export type RawRow = Readonly<Record<string, unknown>>;

const CITIES = ['Pécs', 'Győr', 'Vác', 'Eger', 'Pápa', 'Mór', 'Gödöllő', 'Tata', 'Ózd', 'Makó'];
const DAY = 86_400_000;

/** Rows with a column of every kind, ties, gaps and rare words; always the same ones. */
export function rawRows(count: number, seed = 1): RawRow[] {
  const stream = randomStream(seed, 'test', 'rows');
  return Array.from({ length: count }, (_, i) => rowAt(i, (k) => stream.uniform(16 * i + k)));
}

function rowAt(i: number, uniform: (k: number) => number): RawRow {
  const unless = (share: number, k: number, value: unknown) => (uniform(k) < share ? null : value);
  const age = 18 + Math.floor(60 * uniform(0));
  return {
    age: unless(0.1, 1, age),
    'net income': 1000 * Math.sqrt(1 / (0.02 + uniform(2))) - (uniform(3) < 0.2 ? 3000 : 0),
    height: 0.1 * Math.round(1500 + 500 * uniform(4)),
    city: unless(0.05, 5, uniform(6) < 0.03 ? `hamlet ${i}` : CITIES[Math.floor(10 * uniform(6))]),
    shop: `shop ${Math.floor(70 * uniform(7) * uniform(8))}`,
    member: unless(0.1, 9, uniform(10) < 0.5 ? 'yes' : 'no'),
    smoker: uniform(11) < 0.5,
    grade: unless(0.05, 12, 1 + Math.floor(4 * uniform(13))),
    joined: unless(0.1, 14, new Date(Math.floor((uniform(15) * 20_000 - 3000) * DAY))),
    kind: ['one', 'two', 'three'][(age + i) % 3],
    answer: age % 2 === 0 ? 'ja' : 'nein',
    price: 100 + age * uniform(2),
  };
}

/** Rows such as training never saw: nothing known, strange words, numbers and dates beyond every bound. */
export const oddRows: readonly RawRow[] = [
  {
    age: null,
    'net income': null,
    height: null,
    city: null,
    shop: null,
    member: null,
    smoker: null,
    grade: null,
    joined: null,
  },
  {
    age: 1e30,
    'net income': -1e30,
    height: 0,
    city: 'Pecs',
    shop: 'shop',
    member: 'maybe',
    smoker: 'no',
    grade: 9,
    joined: new Date(0),
  },
  {
    age: -5,
    'net income': 0,
    height: 1e-300,
    city: 'hamlet',
    shop: 'SHOP 1',
    member: 'YES',
    smoker: 'Igen',
    grade: 2,
    joined: new Date(-1),
  },
  ...[
    '2000-02-29',
    '2100-03-01',
    '1900-02-28T23:59:59.999Z',
    '0099-12-31T12:00Z',
    '2400-12-31',
    '1969-12-31T23:00Z',
  ].map((day, i) => ({
    age: 30,
    'net income': 20 * i,
    height: 160 + 10 * i,
    city: 'Vác',
    shop: 'shop 2',
    member: 'no',
    smoker: true,
    grade: 3,
    joined: new Date(day),
  })),
];

import fc from 'fast-check';
import { catalogue, dataFields } from '../../catalogue/index.ts';
import type { FieldSpec, Fields } from '../../catalogue/types.ts';
import type { DataSettings, Lesson, Scenario, ViewSettings } from '../scenario.ts';
import { startScenario } from '../startScenario.ts';

/** Any scenario that the studio can be in, and many that nobody would make: for tests. */
export function arbitraryScenario(): fc.Arbitrary<Scenario> {
  return fc.record({
    defaults: fc.constant(startScenario().defaults),
    room: fc.constantFrom('playground', 'table'),
    data: data(),
    recipe: edits(catalogue.recipe),
    other: fc.option(edits(catalogue.recipe)),
    view: view(),
    lesson: fc.option(lesson()),
  }) as fc.Arbitrary<Scenario>;
}

const text = () =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('', 'true', '8', 'a=b&c+d', "it's (so)"),
  );

function number({ type, minimum, maximum, above, below }: FieldSpec): fc.Arbitrary<number> {
  if (type === 'integer')
    return fc.integer({ min: minimum ?? (above === undefined ? -1e6 : above + 1), max: maximum ?? 1e6 });
  return fc.double({
    min: minimum ?? above ?? -1e300,
    max: maximum ?? below ?? 1e300,
    minExcluded: above !== undefined,
    maxExcluded: below !== undefined,
    noNaN: true,
  });
}

/** Any value that a field's schema allows. */
function value(spec: FieldSpec): fc.Arbitrary<unknown> {
  const choices: fc.Arbitrary<unknown>[] = (spec.words ?? []).map((word) => fc.constant(word));
  if (spec.nullable) choices.push(fc.constant(null));
  if (spec.type) choices.push(typed(spec));
  return fc.oneof({ depthSize: 'small', maxDepth: 3 }, ...choices);
}

function typed(spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.type) {
    case 'number':
    case 'integer':
      return number(spec);
    case 'boolean':
      return fc.boolean();
    case 'text':
      return text();
    case 'list':
      return fc.array(value(spec.items!), { minLength: spec.length ?? 0, maxLength: spec.length ?? 3 });
    case 'record':
      return fc.dictionary(
        fc.string({ minLength: 1, maxLength: 5 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        { noNullPrototype: true, maxKeys: 3 },
      );
    case 'section':
      return spec.fields ? edits(spec.fields) : tagged('kind', spec.kinds!);
    default:
      return tagged('name', thingsOf(spec));
  }
}

const thingsOf = ({ list }: FieldSpec): Readonly<Record<string, Fields>> =>
  Object.fromEntries(Object.entries(catalogue.things[list!]).map(([name, { fields }]) => [name, fields]));

/** One of several sets of fields, told apart by a tag. Made late, for layers hold layers. */
const tagged = (tag: string, options: Readonly<Record<string, Fields>>): fc.Arbitrary<unknown> =>
  fc
    .constantFrom(...Object.keys(options))
    .chain((name) => edits(options[name]).map((fields) => ({ [tag]: name, ...fields })));

const edits = (fields: Fields): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, spec]) => [name, value(spec)])), {
    requiredKeys: [],
    noNullPrototype: true,
  });

function data(): fc.Arbitrary<DataSettings> {
  const coordinate = fc.oneof(fc.double({ noNaN: true, min: -60, max: 60 }), fc.integer({ min: -6, max: 6 }));
  const target = fc.integer({ min: 0, max: 7 });
  const { classes: _, ...numbers } = Object.fromEntries(
    Object.entries(dataFields).map(([name, spec]) => [name, value(spec)]),
  );
  const pair = (spec: FieldSpec) =>
    fc.record(Object.fromEntries(Object.entries(spec.fields!).map(([axis, own]) => [axis, number(own)])), {
      noNullPrototype: true,
    });
  return fc.record({
    ...numbers,
    dataset: fc.constantFrom('circle', 'moons', 'drawn'),
    classes: fc.constantFrom(0, 2, 5),
    stretch: pair(dataFields.stretch),
    shift: pair(dataFields.shift),
    features: fc.subarray(['x', 'y', 'xSquared', 'xy', 'sinX'], { minLength: 1 }),
    points: fc.array(fc.tuple(coordinate, coordinate, target), { maxLength: 5 }),
  }) as unknown as fc.Arbitrary<DataSettings>;
}

function view(): fc.Arbitrary<ViewSettings> {
  const boolean = fc.boolean();
  return fc.record({
    pace: fc.constantFrom('step', 'slow', 'epoch', 'fast', 'full'),
    parts: fc.record({ train: boolean, validation: boolean, test: boolean }, { noNullPrototype: true }),
    discrete: boolean,
    hyperplanes: boolean,
    penalty: boolean,
    logarithmic: boolean,
    story: fc.option(text()),
  });
}

function lesson(): fc.Arbitrary<Lesson> {
  const paths = fc.subarray(['data', 'data.noise', 'recipe.optimizer', 'view.story']);
  const condition = fc.record(
    {
      quantity: fc.constantFrom('validation.accuracy', 'neurons'),
      relation: fc.constantFrom('atLeast' as const, 'atMost' as const),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    },
    { noNullPrototype: true },
  );
  const goal = fc.record({ conditions: fc.array(condition, { maxLength: 3 }) }, { noNullPrototype: true });
  return fc.record({ title: text(), text: text(), hidden: paths, locked: paths, goal: fc.option(goal) });
}

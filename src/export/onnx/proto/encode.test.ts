import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { expect, it } from 'vitest';
import { encode } from './encode.ts';

/** Fields as they stand in the bytes. */
function fieldsOf(bytes: Uint8Array): [number: number, type: WireType, value: unknown][] {
  const reader = new BinaryReader(bytes);
  const fields: [number, WireType, unknown][] = [];
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    const readers: Partial<Record<WireType, () => unknown>> = {
      [WireType.Varint]: () => Number(reader.int64()),
      [WireType.Bit32]: () => reader.float(),
      [WireType.LengthDelimited]: () => reader.bytes(),
    };
    fields.push([number, type, readers[type]!()]);
  }
  return fields;
}

it('writes fields by their number and kind, lists as repeated fields, messages within messages', () => {
  const bytes = encode('NodeProto', {
    op_type: 'Clíp',
    input: ['a', 'b'],
    attribute: { name: 'alpha', f: 0.5, ints: [3, -2], type: 1 },
  });
  const [first, second, operator, attribute] = fieldsOf(bytes);
  const text = (field: unknown) => new TextDecoder().decode(field as Uint8Array);
  expect([first, second].map(([number, , value]) => [number, text(value)])).toEqual([
    [1, 'a'],
    [1, 'b'],
  ]);
  expect([operator[0], text(operator[2])]).toEqual([4, 'Clíp']);
  expect(
    fieldsOf(attribute[2] as Uint8Array).map(([number, type, value]) => [
      number,
      type,
      type === 2 ? text(value) : value,
    ]),
  ).toEqual([
    [1, 2, 'alpha'],
    [2, 5, 0.5],
    [8, 0, 3],
    [8, 0, -2],
    [20, 0, 1],
  ]);
});

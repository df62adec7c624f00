import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { messages, type Message, type MessageName, type ScalarKind } from './messages.ts';

/** A message as the bytes of protobuf. */
export function encode<Name extends MessageName>(
  name: Name,
  message: Message<Name>,
): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  writeMessage(writer, name, message);
  return writer.finish();
}

function writeMessage(
  writer: BinaryWriter,
  name: MessageName,
  message: Readonly<Record<string, unknown>>,
): void {
  for (const [field, [number, kind]] of Object.entries(messages[name])) {
    const given = message[field];
    if (given === undefined) continue;
    for (const value of Array.isArray(given) ? (given as unknown[]) : [given])
      writeField(writer, number, kind as ScalarKind | MessageName, value);
  }
}

const writers: Readonly<Record<ScalarKind, (writer: BinaryWriter, number: number, value: never) => void>> = {
  int64: (writer, number, value: number) => writer.tag(number, WireType.Varint).int64(value),
  float: (writer, number, value: number) => writer.tag(number, WireType.Bit32).float(value),
  string: (writer, number, value: string) => writer.tag(number, WireType.LengthDelimited).string(value),
  bytes: (writer, number, value: Uint8Array) => writer.tag(number, WireType.LengthDelimited).bytes(value),
};

function writeField(
  writer: BinaryWriter,
  number: number,
  kind: ScalarKind | MessageName,
  value: unknown,
): void {
  if (Object.hasOwn(writers, kind)) {
    writers[kind as ScalarKind](writer, number, value as never);
    return;
  }
  writer.tag(number, WireType.LengthDelimited).fork();
  writeMessage(writer, kind as MessageName, value as Readonly<Record<string, unknown>>);
  writer.join();
}

import type { Words } from '../words/index.ts';
import type { ControlProps } from './controlProps.ts';
import { fieldName, valueName } from './names.ts';

/** What a control's row says beside the input. */
export function rowProps(words: Words, props: ControlProps) {
  const { path, field, spec, value, changed, start, locked, label, onback } = props;
  return {
    label: label ?? fieldName(words, field),
    topic: { path, key: field, spec, value },
    changed,
    locked,
    start: changed ? valueName(words, spec, field, start) : undefined,
    onback,
  };
}

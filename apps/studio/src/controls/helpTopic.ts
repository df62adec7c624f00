import type { FieldSpec } from '../catalogue/index.ts';

/** What a help button explains. */
export interface HelpTopic {
  /** The field's path in the scenario, for `trickEffect`. */
  readonly path: string;
  /** Its name in the dictionaries. */
  readonly key: string;
  readonly spec: FieldSpec;
  readonly value: unknown;
}

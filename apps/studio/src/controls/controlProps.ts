import type { FieldSpec } from '../catalogue/index.ts';

/** What every control is given: it holds no state of the scenario itself. */
export interface ControlProps {
  /** Path in the scenario: for ids, for lessons and for `trickEffect`. */
  readonly path: string;
  /** Name in the dictionaries. */
  readonly field: string;
  readonly spec: FieldSpec;
  readonly value: unknown;
  /** What the run made of it, where `auto` stands. */
  readonly resolved?: unknown;
  /** Differs from what it was to begin with, which `start` is. */
  readonly changed?: boolean;
  readonly start?: unknown;
  readonly locked?: boolean;
  readonly problem?: string;
  /** Another name than the field's own. */
  readonly label?: string;
  /** `gather`: one of a row of changes that are undone together. */
  readonly onchange: (value: unknown, gather?: boolean) => void;
  readonly onback?: () => void;
}

type Fields = Readonly<Record<string, unknown>>;

/** Of fields that hold only together: what else changes when one of them does, by the field's name in the dictionaries. */
const rules: Readonly<Record<string, (value: unknown, beside: (field: string) => unknown) => Fields>> = {
  'optimizers(sgd).nesterov': (on, beside) =>
    on === true ? { momentum: beside('momentum') || 0.9, dampening: 0 } : {},
  'optimizers(sgd).momentum': (momentum, beside) =>
    momentum === 0 && beside('nesterov') === true ? { nesterov: false } : {},
  'optimizers(sgd).dampening': (dampening, beside) =>
    dampening !== 0 && beside('nesterov') === true ? { nesterov: false } : {},
};

export const companions = (
  key: string | undefined,
  value: unknown,
  beside: (field: string) => unknown,
): Fields => (key === undefined ? {} : (rules[key]?.(value, beside) ?? {}));

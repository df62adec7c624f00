import type { Words } from '../../words/index.ts';

/** `validation.accuracy` or `neurons` in words; what no dictionary knows, as it is. */
export function quantityName(quantity: string, { shell: { goal }, metrics }: Words): string {
  const [part, metric] = quantity.split('.');
  const lookUp = (words: object, key: string): string | undefined =>
    Object.hasOwn(words, key) ? (words as Record<string, string>)[key] : undefined;
  if (metric === undefined) return lookUp(goal, quantity) ?? quantity;
  return goal.ofPart(lookUp(goal.part, part) ?? part, withinSentence(lookUp(metrics, metric) ?? metric));
}

/** 'Accuracy' gets a small letter, 'R²' and 'ROC AUC' keep theirs. */
const withinSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

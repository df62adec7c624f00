import { refuseFormula } from './refuseFormula.ts';
import { type Token, tokenise } from './tokenise.ts';

/** What a formula says, as a tree. Operators are calls of the functions they stand for. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'name'; readonly name: string; readonly position: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly inputs: readonly Formula[];
      readonly position: number;
    };

interface Operator {
  /** The function it stands for. */
  readonly name: string;
  /** Higher binds tighter. */
  readonly precedence: number;
  /** a^b^c is a^(b^c). */
  readonly groupsRight?: boolean;
}

const COMPARISON = 1;

const operators: Readonly<Record<string, Operator>> = {
  '<': { name: 'less', precedence: COMPARISON },
  '<=': { name: 'lessEqual', precedence: COMPARISON },
  '>': { name: 'greater', precedence: COMPARISON },
  '>=': { name: 'greaterEqual', precedence: COMPARISON },
  '==': { name: 'equal', precedence: COMPARISON },
  '!=': { name: 'notEqual', precedence: COMPARISON },
  '+': { name: 'add', precedence: 2 },
  '-': { name: 'subtract', precedence: 2 },
  '*': { name: 'multiply', precedence: 3 },
  '/': { name: 'divide', precedence: 3 },
  '^': { name: 'power', precedence: 5, groupsRight: true },
};
/** A sign binds tighter than `*`, but not than `^`: -x^2 is -(x^2). */
const SIGN = 4;
/** Longer ones are nobody's formulas, and nesting needs stack. */
const LONGEST = 1000;

/**
 * Reads `a + b*c`, `-x^2`, `exp(-x) < 0.5 ? a : b`: numbers, names, the operators + - * / ^, comparisons (1 or 0), a choice, and
 * calls. `^` groups to the right, comparisons don't chain. Refuses anything else, with the place.
 */
export function parseFormula(text: string): Formula {
  if (text.length > LONGEST)
    refuseFormula(text, LONGEST, `it goes on; formulas have at most ${LONGEST} characters`);
  const reader = new FormulaReader(text);
  const formula = reader.choice();
  reader.expectEnd();
  return formula;
}

class FormulaReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenise(text);
  }

  choice(): Formula {
    const condition = this.#operation(0);
    return this.#peek().text === '?' ? this.#branches(condition) : condition;
  }

  expectEnd(): void {
    if (this.#peek().kind !== 'end') this.#refuse('an operator or the end');
  }

  #branches(condition: Formula): Formula {
    const { position } = this.#take('?');
    const chosen = this.choice();
    this.#take(':');
    return { kind: 'call', name: 'select', inputs: [condition, chosen, this.choice()], position };
  }

  /** Precedence climbing: an operand, then all operators that bind tighter than `outer`. */
  #operation(outer: number): Formula {
    let left = this.#operand();
    for (
      let operator = this.#operator();
      operator && operator.precedence > outer;
      operator = this.#operator()
    ) {
      const { position } = this.#advance();
      const right = this.#operation(operator.groupsRight ? operator.precedence - 1 : operator.precedence);
      left = { kind: 'call', name: operator.name, inputs: [left, right], position };
      if (operator.precedence === COMPARISON) this.#refuseChain();
    }
    return left;
  }

  /** The operator that comes next, if one does. */
  #operator(): Operator | undefined {
    const { text } = this.#peek();
    return Object.hasOwn(operators, text) ? operators[text] : undefined;
  }

  #refuseChain(): void {
    if (this.#operator()?.precedence === COMPARISON)
      refuseFormula(this.#text, this.#peek().position, 'comparisons do not chain; put one in parentheses');
  }

  #operand(): Formula {
    const token = this.#peek();
    if (token.text === '-' || token.text === '+') return this.#signed();
    if (token.text === '(') return this.#parenthesised();
    if (token.kind === 'number')
      return { kind: 'number', value: Number(this.#advance().text), position: token.position };
    if (token.kind === 'name') return this.#named();
    return this.#refuse("a number, a name or '('");
  }

  #signed(): Formula {
    const { text, position } = this.#advance();
    const operand = this.#operation(SIGN);
    return text === '+' ? operand : { kind: 'call', name: 'negate', inputs: [operand], position };
  }

  #parenthesised(): Formula {
    this.#take('(');
    const inside = this.choice();
    this.#take(')');
    return inside;
  }

  #named(): Formula {
    const { text: name, position } = this.#advance();
    if (this.#peek().text !== '(') return { kind: 'name', name, position };
    const inputs: Formula[] = [];
    do {
      this.#next++;
      inputs.push(this.choice());
    } while (this.#peek().text === ',');
    this.#take(')');
    return { kind: 'call', name, inputs, position };
  }

  #peek(): Token {
    return this.#tokens[this.#next];
  }

  #advance(): Token {
    return this.#tokens[this.#next++];
  }

  #take(text: string): Token {
    return this.#peek().text === text ? this.#advance() : this.#refuse(`'${text}'`);
  }

  #refuse(expected: string): never {
    const { kind, text, position } = this.#peek();
    refuseFormula(
      this.#text,
      position,
      `expected ${expected}, found ${kind === 'end' ? 'the end' : `'${text}'`}`,
    );
  }
}

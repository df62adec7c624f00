/**
 * A value in a link, shorter and more readable than JSON: `0.1`, `true`, `relu`, `8,8`, `(name:l2,strength:0.001)`. Lists of two and more
 * stand bare, others in parentheses; texts that could be read as something else are quoted: '8', with '' for a quote within.
 */
export function writeValue(value: unknown): string {
  if (Array.isArray(value) && value.length > 1) return value.map(writeNested).join(',');
  return writeNested(value);
}

function writeNested(value: unknown): string {
  if (typeof value === 'string') return writeText(value);
  if (Array.isArray(value)) return `(${value.map(writeNested).join(',')})`;
  if (typeof value === 'object' && value !== null) return writeRecord(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function writeRecord(record: object): string {
  const fields = Object.entries(record).map(([key, value]) => `${writeText(key)}:${writeNested(value)}`);
  return `(${fields.length === 0 ? ':' : fields.join(',')})`;
}

const writeText = (text: string): string =>
  text === '' || /[(),:']/.test(text) || typeof readWord(text) !== 'string'
    ? `'${text.replaceAll("'", "''")}'`
    : text;

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function readWord(word: string): unknown {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  return NUMBER.test(word) && Number.isFinite(Number(word)) ? Number(word) : word;
}

/** Deeper nesting than any scenario has, and shallow enough for any stack. */
const DEEPEST = 30;

/** Throws a SyntaxError where a text is no value. */
export function readValue(text: string): unknown {
  const reader = new Reader(text);
  const first = reader.value(0);
  if (reader.done) return first;
  const items = [first];
  while (reader.take(',')) items.push(reader.value(0));
  if (!reader.done) throw new SyntaxError(text);
  return items;
}

class Reader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at === this.#text.length;
  }

  take(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  value(depth: number): unknown {
    if (depth > DEEPEST) this.#fail();
    if (this.take('(')) return this.#group(depth + 1);
    return this.#text[this.#at] === "'" ? this.#quoted() : readWord(this.#word());
  }

  /** A list or a record: the first colon tells. */
  #group(depth: number): unknown {
    if (this.take(')')) return [];
    if (this.take(':')) {
      this.#expect(')');
      return {};
    }
    const start = this.#at;
    const first = this.value(depth);
    if (this.#text[this.#at] !== ':') return this.#list(first, depth);
    this.#at = start;
    return this.#record(depth);
  }

  #list(first: unknown, depth: number): unknown[] {
    const items = [first];
    while (this.take(',')) items.push(this.value(depth));
    this.#expect(')');
    return items;
  }

  #record(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    do {
      const key = this.#text[this.#at] === "'" ? this.#quoted() : this.#word();
      this.#expect(':');
      if (key === '__proto__') this.#fail();
      entries.push([key, this.value(depth)]);
    } while (this.take(','));
    this.#expect(')');
    return Object.fromEntries(entries);
  }

  #word(): string {
    const start = this.#at;
    while (!this.done && !"(),:'".includes(this.#text[this.#at])) this.#at++;
    if (this.#at === start) this.#fail();
    return this.#text.slice(start, this.#at);
  }

  #quoted(): string {
    const match = /'((?:[^']|'')*)'/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.#text);
    if (!found) return this.#fail();
    this.#at = match.lastIndex;
    return found[1].replaceAll("''", "'");
  }

  #expect(mark: string): void {
    if (!this.take(mark)) this.#fail();
  }

  #fail(): never {
    throw new SyntaxError(this.#text);
  }
}

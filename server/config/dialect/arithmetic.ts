/** The value of a name in an expression; undefined where it has none. */
export type ValueOf = (name: string) => number | undefined;

/** Longer texts are no arithmetic that a config holds. */
const MAX_LENGTH = 500;
const MAX_DEPTH = 20;

/**
 * The value of an expression of numbers, names, `+ - * / // % **`, brackets, and `ceil`, `floor`, `min`, `max`, by the
 * rules of Python. Undefined for anything else, and where a name has no value. Nothing is ever executed.
 */
export function arithmeticValue(text: string, lookUp: ValueOf = () => undefined): number | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const tokens = tokensOf(text);
  return tokens && new Calculation(tokens, lookUp).result();
}

/** The names in an expression, functions not among them. */
export function namesInArithmetic(text: string): readonly string[] {
  const names = (tokensOf(text) ?? []).filter((token) => /^[A-Za-z_]/.test(token));
  return [...new Set(names)].filter((name) => !FUNCTIONS.has(name));
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|[A-Za-z_]\w*|\*\*|\/\/|[-+*/%(),])|$)/y;

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

const FUNCTIONS: ReadonlyMap<string, (...values: readonly number[]) => number> = new Map([
  ["ceil", Math.ceil],
  ["floor", Math.floor],
  ["int", Math.trunc],
  ["min", Math.min],
  ["max", Math.max],
]);

class Unusable extends Error {}

class Calculation {
  #at = 0;
  #depth = 0;

  constructor(
    readonly tokens: readonly string[],
    readonly lookUp: ValueOf,
  ) {}

  result(): number | undefined {
    try {
      const value = this.#sum();
      return this.#at === this.tokens.length && Number.isFinite(value) ? value : undefined;
    } catch (error) {
      if (error instanceof Unusable) return undefined;
      throw error;
    }
  }

  #sum(): number {
    let total = this.#product();
    for (;;) {
      if (this.#take("+")) total += this.#product();
      else if (this.#take("-")) total -= this.#product();
      else return total;
    }
  }

  #product(): number {
    let total = this.#signed();
    for (;;) {
      if (this.#take("*")) total *= this.#signed();
      else if (this.#take("/")) total /= this.#signed();
      else if (this.#take("//")) total = Math.floor(total / this.#signed());
      else if (this.#take("%")) {
        const by = this.#signed();
        total -= by * Math.floor(total / by);
      } else return total;
    }
  }

  #signed(): number {
    if (this.#take("-")) return -this.#signed();
    const base = this.#atom();
    return this.#take("**") ? base ** this.#signed() : base;
  }

  #atom(): number {
    if (++this.#depth > MAX_DEPTH) throw new Unusable();
    const token = this.tokens[this.#at++];
    const value = token === "(" ? this.#bracket() : this.#named(token);
    this.#depth--;
    return value;
  }

  #bracket(): number {
    const value = this.#sum();
    if (!this.#take(")")) throw new Unusable();
    return value;
  }

  #named(token: string | undefined): number {
    if (token === undefined) throw new Unusable();
    if (/^\d/.test(token)) return Number(token);
    const action = FUNCTIONS.get(token);
    if (action !== undefined && this.#take("(")) return action(...this.#inputs());
    const value = this.lookUp(token);
    if (value === undefined) throw new Unusable();
    return value;
  }

  #inputs(): readonly number[] {
    const inputs = [this.#sum()];
    while (this.#take(",")) inputs.push(this.#sum());
    if (!this.#take(")")) throw new Unusable();
    return inputs;
  }

  #take(token: string): boolean {
    if (this.tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}

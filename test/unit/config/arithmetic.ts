/** The value of a sum as the model catalogue writes it: numbers, `+`, `·` and `×`, `²`, brackets. */
export function arithmetic(text: string): number {
  const tokens = text.match(/\d+|[+·×²()]|\S/g) ?? [];
  let at = 0;
  const next = () => tokens[at++];
  const sum = (): number => {
    let total = product();
    while (tokens[at] === "+") {
      at++;
      total += product();
    }
    return total;
  };
  const product = (): number => {
    let total = factor();
    while (tokens[at] === "·" || tokens[at] === "×") {
      at++;
      total *= factor();
    }
    return total;
  };
  const factor = (): number => {
    const token = next();
    const value = token === "(" ? sum() : Number(token);
    if (token === "(" && next() !== ")") throw new Error(`a bracket stays open: ${text}`);
    if (!Number.isSafeInteger(value)) throw new Error(`\`${token}\` is no number: ${text}`);
    if (tokens[at] !== "²") return value;
    at++;
    return value ** 2;
  };
  const total = sum();
  if (at !== tokens.length) throw new Error(`\`${tokens[at]}\` is out of place: ${text}`);
  return total;
}

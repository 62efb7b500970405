import type { FormulaFile } from "../dialect/Dialect.ts";
import { countByFormula, formulaFor } from "./countByFormula.ts";
import { countParameters } from "./countParameters.ts";
import { declaredNumber, type RunSources } from "./factReader.ts";
import { formatInteger, LARGEST_COUNT } from "./quantity.ts";
import { readArchitecture, whyUncountable } from "./readArchitecture.ts";
import { type NamedSizeFacts, readNamedSize, type SizeFacts } from "./readNamedSize.ts";
import type { Fact, MissingFact } from "./TrainingRun.ts";

/**
 * N: by exact count from the architecture keys, else by the base model's name, else as declared. Facts that the file
 * lacks come from declarations; those that are still unknown are listed in `missing`.
 */
export function readSize(sources: RunSources, missing: MissingFact[]): SizeFacts {
  const counted = fromArchitecture(sources);
  const named = ofThisShape(readNamedSize(sources), counted);
  const declarations = fromDeclarations(sources);
  const facts: SizeFacts = { ...declarations, ...named.facts, ...counted.facts };
  if (!facts.parameters && !facts.nonEmbeddingParameters) {
    const because = counted.stated ? counted.because : (named.because ?? counted.because);
    missing.push({ fact: "parameters", because, declare: "parameters=…" });
  } else if (!facts.parameters && counted.because !== "") {
    missing.push({ fact: "parameters", because: counted.because, declare: "parameters=…" });
  }
  if (counted.mixture && !facts.activeParameters) {
    missing.push({ fact: "activeParameters", because: counted.because, declare: "active_parameters=…" });
  }
  if (named.openTokens !== undefined && !facts.pretrainingTokens) {
    missing.push({ fact: "pretrainingTokens", because: named.openTokens, declare: "pretraining_tokens=…" });
  }
  return facts;
}

/** Facts from the architecture keys, or why they give none; whether the file describes a shape at all. */
interface CountedSize {
  readonly facts: SizeFacts;
  readonly because: string;
  readonly stated: boolean;
  /** A mixture of experts whose active count lacks the embeddings. */
  readonly mixture?: boolean;
}

function fromArchitecture(sources: RunSources): CountedSize {
  const formula = formulaFor(sources);
  if (formula !== undefined) return fromFormula(sources, formula);
  const result = readArchitecture(sources);
  if (!result.ok) return { facts: {}, because: result.because, stated: result.stated };
  const count = countParameters(result.architecture);
  const { at } = result;
  if (!(count.nonEmbedding >= 1 && count.nonEmbedding <= LARGEST_COUNT))
    return { facts: {}, because: `${result.shown} is no usable number of parameters`, stated: true };
  const nonEmbedding: Fact<number> = {
    value: count.nonEmbedding,
    provenance: "derived",
    how: `${result.shown}: ${count.how} = ${formatInteger(count.nonEmbedding)}`,
    at,
  };
  if (count.embedding === undefined) {
    return {
      facts: { nonEmbeddingParameters: nonEmbedding },
      because: result.withoutEmbedding ?? "the size of the embeddings is not known",
      stated: true,
      mixture: count.activeNonEmbedding !== count.nonEmbedding,
    };
  }
  const { vocabulary = 0, tied } = result.architecture;
  const total = count.nonEmbedding + count.embedding;
  if (total > LARGEST_COUNT) {
    const because = `${formatInteger(vocabulary)} rows of the vocabulary make no usable number of parameters`;
    return { facts: { nonEmbeddingParameters: nonEmbedding }, because, stated: true };
  }
  const embedded = `${tied ? "tied" : "untied"} embeddings of ${formatInteger(vocabulary)} rows ${formatInteger(count.embedding)}${result.tokenizer ? ` (${result.tokenizer})` : ""}`;
  const parameters: Fact<number> = {
    value: total,
    provenance: "derived",
    how: `${formatInteger(count.nonEmbedding)} without embeddings + ${embedded} = ${formatInteger(total)}`,
    at,
  };
  const active = count.activeNonEmbedding + count.embedding;
  return {
    because: "",
    stated: true,
    facts: {
      parameters,
      nonEmbeddingParameters: nonEmbedding,
      ...(active === total
        ? {}
        : {
            activeParameters: {
              ...parameters,
              value: active,
              how: `with the experts that one token uses: ${formatInteger(active)}`,
            },
          }),
    },
  };
}

function fromFormula(sources: RunSources, formula: FormulaFile): CountedSize {
  const uncountable = whyUncountable(sources);
  if (uncountable !== undefined) return { facts: {}, because: uncountable, stated: true };
  const count = countByFormula(sources, formula);
  if ("because" in count) return { facts: {}, because: count.because, stated: true };
  const { nonEmbedding, activeNonEmbedding, embedding, how, at } = count;
  const total = nonEmbedding + embedding;
  if (nonEmbedding < 1 || total > LARGEST_COUNT)
    return { facts: {}, because: `${formatInteger(total)} is no usable number of parameters`, stated: true };
  const part = sources.properties.known.get("countedPart")?.value;
  const fact = (value: number, words: string): Fact<number> => ({
    value,
    provenance: "derived",
    how: words,
    at,
  });
  const sum = `${typeof part === "string" ? `${part}: ` : ""}${how} = ${formatInteger(nonEmbedding)}`;
  const parameters = fact(
    total,
    `${formatInteger(nonEmbedding)} without embeddings + embeddings ${formatInteger(embedding)} = ${formatInteger(total)}`,
  );
  const active = activeNonEmbedding + embedding;
  const activeParameters = fact(active, `with the experts that one token uses: ${formatInteger(active)}`);
  return {
    because: "",
    stated: true,
    facts: {
      parameters,
      nonEmbeddingParameters: fact(nonEmbedding, sum),
      ...(active === total ? {} : { activeParameters }),
    },
  };
}

/** A count may differ from the catalogue's by added rows of the vocabulary, and from a size in a name by rounding. */
const SAME_SHAPE = { catalogue: 0.01, name: 0.15 } as const;

/** Nothing of a named model holds for a file whose keys state another shape; an origin's, also one that is not counted. */
function ofThisShape(named: NamedSizeFacts, counted: CountedSize): NamedSizeFacts {
  const theirs = named.facts.parameters;
  const own = counted.facts.parameters?.value;
  const none: NamedSizeFacts = {
    facts: {},
    ...(named.because === undefined ? {} : { because: named.because }),
  };
  if (own === undefined) return named.isOrigin && counted.stated ? none : named;
  if (theirs === undefined) return none;
  const rounding =
    theirs.tolerance === undefined ? SAME_SHAPE.catalogue : Math.max(SAME_SHAPE.name, theirs.tolerance);
  return Math.abs(theirs.value / own - 1) > rounding ? none : named;
}

function fromDeclarations(sources: RunSources): SizeFacts {
  const fact = (
    key: "parameters" | "active_parameters" | "non_embedding_parameters" | "pretraining_tokens",
  ): Fact<number> | undefined => {
    const number = declaredNumber(sources, key);
    return number && { value: number.value, provenance: "declared", how: number.shown, at: number.at };
  };
  const parameters = fact("parameters");
  const active = fact("active_parameters");
  const nonEmbedding = fact("non_embedding_parameters");
  const tokens = fact("pretraining_tokens");
  return {
    ...(parameters ? { parameters } : {}),
    ...(active ? { activeParameters: active } : {}),
    ...(nonEmbedding ? { nonEmbeddingParameters: nonEmbedding } : {}),
    ...(tokens ? { pretrainingTokens: tokens } : {}),
  };
}

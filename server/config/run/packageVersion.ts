import { isVersion } from "../dialect/compareVersions.ts";
import type { DeclarableKey, Declarations } from "./declarations.ts";
import type { TrainingConfig } from "./TrainingConfig.ts";

/** Packages whose version a declaration of their own states. */
const DECLARED_BY: Readonly<Record<string, DeclarableKey>> = {
  transformers: "transformers_version",
  accelerate: "accelerate_version",
  deepspeed: "deepspeed_version",
  torch: "torch_version",
  "transformer-engine": "transformer_engine_version",
  torchao: "torchao_version",
  bitsandbytes: "bitsandbytes_version",
};

/** The version of a package that a run uses: what its config states, else what is declared; undefined where neither is. */
export function packageVersion(
  config: Pick<TrainingConfig, "readings" | "declarations">,
  name: string,
): string | undefined {
  return statedVersion(config, name) ?? declaredVersion(config, name);
}

/** The version that a config itself states. */
export function statedVersion(
  { readings }: Pick<TrainingConfig, "readings">,
  name: string,
): string | undefined {
  const key = readings.dialect.versions?.[name];
  const word = key === undefined ? undefined : readings.word(key);
  const text = typeof word === "number" ? String(word) : word;
  return typeof text === "string" && isVersion(text) ? text : undefined;
}

function declaredVersion(
  {
    readings,
    declarations,
  }: { readonly readings: TrainingConfig["readings"]; readonly declarations: Declarations },
  name: string,
): string | undefined {
  const own = readings.dialect.package === name ? declarations.declared.get("framework_version") : undefined;
  const by = DECLARED_BY[name];
  const value = (own ?? (by && declarations.declared.get(by)))?.value;
  return typeof value === "string" ? value : undefined;
}

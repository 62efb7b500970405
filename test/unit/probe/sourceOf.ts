import { languageOf } from "../../../server/config/document/languageOf.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import type { ProbeRequest, ProbeResult, ProbeSource } from "../../../server/lint/probe/ProbeRequest.ts";
import { probe } from "../../../server/lint/probe/probe.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** A config in memory, among other files of its workspace. */
export function sourceOf(
  text: string,
  name = "run.yaml",
  files: Readonly<Record<string, string>> = {},
): ProbeSource {
  const language = languageOf(name, text);
  const read = (config: string) =>
    analyse(config, language, { workspace: workspaceOf({ ...files, [name]: config }, name) });
  return { name, analysis: read(text), inOwnFolder: false, analyse: async (config) => read(config) };
}

type Written = Extract<ProbeResult, { readonly ok: true }>;

/** A probe that must write something. */
export async function written(source: ProbeSource, request: Partial<ProbeRequest> = {}): Promise<Written> {
  const result = await probe(source, { seeds: 1, lrFactors: [1], ...request });
  if (!result.ok) throw new Error(`${result.because} ${JSON.stringify(result.refused)}`);
  return result;
}

/** Why a probe writes nothing. */
export async function refusal(source: ProbeSource, request: Partial<ProbeRequest> = {}): Promise<string> {
  const result = await probe(source, { seeds: 1, lrFactors: [1], ...request });
  if (result.ok) throw new Error(`wrote ${result.files.map(({ name }) => name).join(", ")}`);
  return [result.because, ...result.refused.map(({ what, because }) => `${what}: ${because}`)].join("\n");
}

/** The text of the one file that is written. */
export async function onlyText(source: ProbeSource, request: Partial<ProbeRequest> = {}): Promise<string> {
  const { files, refused } = await written(source, request);
  const [file, ...more] = files;
  if (file === undefined || more.length > 0)
    throw new Error(`${files.length} files, ${refused.length} refused`);
  return file.text;
}

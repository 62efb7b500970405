import type { Connection } from "vscode-languageserver";
import { parseConfig } from "../config/document/parseConfig.ts";
import type { Declarations } from "../config/run/declarations.ts";
import { readLayer } from "../lint/project/readLayer.ts";
import { thresholdsOf } from "../lint/project/resolveSettings.ts";
import type { RuleThresholds } from "../lint/rules/RuleDeclaration.ts";
import { RULE_SEVERITIES, type RuleSeverities, type RuleSeverity } from "../lint/Severity.ts";

/** The `bitlaw` settings of one resource. */
export interface EditorSettings extends Overlay {
  readonly enable: boolean;
  readonly rules: RuleSeverities;
}

const DEFAULTS: EditorSettings = { enable: true, rules: {} };

/**
 * Settings per resource: requested from clients that support it, else as the client pushed them. Settings in
 * `initializationOptions` apply as long as the client does not send others afterwards.
 */
export class SettingsStore {
  readonly #cache = new Map<string, Promise<EditorSettings>>();
  readonly #connection: Connection;
  readonly #supported: () => boolean;
  #initial = DEFAULTS;
  #pushed = DEFAULTS;

  constructor(connection: Connection, supported: () => boolean) {
    this.#connection = connection;
    this.#supported = supported;
  }

  of(uri: string): Promise<EditorSettings> {
    if (!this.#supported()) return Promise.resolve(this.#pushed);
    const known = this.#cache.get(uri);
    if (known) return known;
    const asked = this.#ask(uri);
    this.#cache.set(uri, asked);
    return asked;
  }

  /** Takes the settings of `initializationOptions`, where editors without settings for servers keep them. */
  initial(options: unknown): void {
    this.#initial = parseSettings(options);
    this.#pushed = this.#initial;
  }

  /** Takes the settings of `workspace/didChangeConfiguration`: of use where the client cannot be asked. */
  pushed(settings: unknown): void {
    this.#pushed = parseSettings(isObject(settings) ? settings["bitlaw"] : undefined, this.#initial);
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }

  forgetAll(): void {
    this.#cache.clear();
  }

  async #ask(uri: string): Promise<EditorSettings> {
    try {
      return parseSettings(
        await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: "bitlaw" }),
        this.#initial,
      );
    } catch {
      return this.#initial;
    }
  }
}

/**
 * Reads the settings in a client's answer, over the settings before. Clients answer null, or objects with anything in
 * them: invalid parts are left out.
 */
function parseSettings(value: unknown, before: EditorSettings = DEFAULTS): EditorSettings {
  if (!isObject(value)) return before;
  const rules: Record<string, RuleSeverity> = { ...before.rules };
  for (const [name, severity] of Object.entries(isObject(value["rules"]) ? value["rules"] : {})) {
    const known = RULE_SEVERITIES.find((candidate) => candidate === severity);
    if (known) rules[name] = known;
  }
  const { enable } = value;
  return {
    ...before,
    ...readOverlay(value),
    enable: typeof enable === "boolean" ? enable : before.enable,
    rules,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Settings of a client that override the project file, besides severities. */
interface Overlay {
  readonly declarations?: Declarations;
  /** Names of laws in the order of preference. */
  readonly use?: readonly string[];
  readonly thresholds?: RuleThresholds;
}

/** The name of the file of a declared fact: hovers say "declared in `bitlaw.declare`". */
const DECLARE = "bitlaw.declare";

/**
 * Reads the settings `declare`, `laws` and `thresholds` as the same keys of a project file are read. What makes no sense
 * is left out, and what says nothing is undefined.
 */
function readOverlay({ declare, laws, thresholds }: Readonly<Record<string, unknown>>): Overlay {
  const text = JSON.stringify({ declare, laws: { use: laws }, thresholds });
  const parsed = parseConfig(text, "json", { file: DECLARE });
  const root = parsed.ok ? parsed.documents[0]?.root : undefined;
  if (root?.kind !== "map") return {};
  const layer = readLayer(root, { language: "json", problems: [] });
  const { declared, measured } = layer.declarations;
  const use = layer.use?.value.map(({ value }) => value) ?? [];
  return {
    ...(declared.size + measured.length > 0 ? { declarations: layer.declarations } : {}),
    ...(use.length > 0 ? { use } : {}),
    ...(layer.thresholds.size > 0 ? { thresholds: thresholdsOf(layer) } : {}),
  };
}

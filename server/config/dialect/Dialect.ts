import type { QuantizationMethod } from "../../science/laws/Law.ts";
import type { ConfigLanguage } from "../document/ConfigDocument.ts";
import type { ScalarLoader } from "../document/readScalar.ts";
import type { ArgumentForm } from "../document/shellDocuments.ts";

/**
 * What a framework makes of a value after its loader, by the type of the field it is for:
 * - `argparse`: text becomes what `int()`, `float()` or HfArgumentParser's `string_to_bool` make of it; the rest stays
 * - `command-line`: the same for every value, which has become text before
 * - `draccus`: `int()` and `float()` of any value; flags are true and false alone (draccus/parsers/decoding.py)
 * - `jsonargparse`: text is loaded once more; a whole number may not be a float (jsonargparse/_typehints.py)
 * - `pydantic`: its lax mode, in which a float without a fraction is a whole number
 * - `omegaconf`: the nodes of a structured config (omegaconf/nodes.py)
 * - `python-literals`: text that is a Python literal, of whatever type the field is
 */
export type Conversion =
  | "argparse"
  | "command-line"
  | "draccus"
  | "jsonargparse"
  | "pydantic"
  | "omegaconf"
  | "python-literals";

/** A scalar as a descriptor writes it; null stands for "absent, or set to null". */
export type Word = string | number | boolean | null;

/** Per key name the values that match; `"*"` matches any value that is not null. */
export type Condition = Readonly<Record<string, readonly Word[] | "*">>;

/** One framework's vocabulary, as data. Schema: schemas/dialect.schema.json; guide: docs/dialects.md. */
export interface DialectFile {
  readonly id: string;
  readonly name: string;
  /** Repository and commit at which keys and defaults were read. */
  readonly source: string;
  /** Another dialect whose keys, settings, conflicts and choices this one extends. */
  readonly extends?: string;
  readonly languages: readonly ConfigLanguage[];
  readonly loader: LoaderFile;
  /** Sub-trees that may hold the config, as dotted paths; "" is the whole document. */
  readonly roots: readonly string[];
  readonly detection: DetectionFile;
  readonly keys: Readonly<Record<string, KeyFile>>;
  /** Applied in order; a later one overrides an earlier one. */
  readonly settings: readonly SettingFile[];
  /** Architectures that the parameter count does not cover, with the reason. */
  readonly uncountable?: readonly { readonly when: Condition; readonly because: string }[];
  /** Parameters of models that are no plain decoder, by what each of their parts has; the first that holds counts. */
  readonly formulas?: readonly FormulaFile[];
  readonly conflicts: readonly ConflictFile[];
  /** Settings that the framework ignores as written. */
  readonly inactive?: readonly CaseFile[];
  /** Settings that a rule of that name reports. */
  readonly cases?: Readonly<Partial<Record<CaseRule, readonly CaseFile[]>>>;
  /** What the framework does with a base model in fewer bits when all of its weights are to be trained. */
  readonly quantizedBase?: QuantizedBaseFile;
  /** One of these holds where the file describes weights that are quantized already, so that no fix may rewrite it. */
  readonly finishedWeights?: readonly Condition[];
  /** Pairs of keys that state a format and its group size. */
  readonly groups?: readonly GroupFile[];
  /** Keys that leave layers out of the quantization, so that its group need not divide every width of the model. */
  readonly someLayersOnly?: readonly string[];
  /** How this framework writes a format, for fixes. Only formats that it has a key for. */
  readonly choices: Readonly<Partial<Record<ChoiceTarget, readonly ChoiceFile[]>>>;
  /** Paths from the top of the document, whatever the root, of the name of the accelerator. */
  readonly hardware?: readonly string[];
  /** Id of a dialect whose companions this one shares: trainers that build on the same launcher. */
  readonly companionsFrom?: string;
  /** Files of server/data/constraints that hold for this dialect, beside the one with its own id. */
  readonly engines?: Readonly<Record<string, EngineFile>>;
  /** Package of the framework, for constraints that hold from or until a version of it. */
  readonly package?: string;
  /** Packages whose version a config states, and the key that does. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Other files that belong to a run of this framework. */
  readonly companions?: readonly CompanionFile[];
  /** Commands of shell scripts that start a run of this framework. */
  readonly commands?: readonly CommandFile[];
  /** Below these paths an unset key is a removed line; elsewhere it is written as null. */
  readonly removeInsteadOfNull?: readonly string[];
}

/** A program whose arguments are keys of a dialect. */
export interface CommandFile {
  /** Regular expressions of which one is the whole program: `pretrain_gpt\\.py`, `-m torchtitan\\.train`, `axolotl train`. */
  readonly programs: readonly string[];
  /** Words of which a script has one if it has such a command: other scripts are not parsed. */
  readonly mentions: readonly string[];
  /** Paths that must all be there: for a program with a name that many have. */
  readonly required?: readonly string[];
  /** The program belongs to this framework alone, whatever its arguments. */
  readonly decisive?: true;
  readonly form: ArgumentForm;
  /** It takes `key=value` as well, with paths in dots. */
  readonly assignments?: true;
  /** Path below which the keys of flags stand. */
  readonly below?: string;
  /** Path below which environment variables stand: those that a script sets and that the dialect has keys for. */
  readonly environment?: string;
  /** The path that the first word without a dash stands for. */
  readonly names?: string;
  /** The path that the last word of the program stands for: `finetune_full` of `litgpt finetune_full`. */
  readonly programPath?: string;
  /** How a command names its config file: by flags, or by the number of the word that is no flag. */
  readonly config?: { readonly flags?: readonly string[]; readonly position?: number };
}

export interface LoaderFile {
  /** For messages: "PyYAML". */
  readonly name: string;
  readonly scalars: ScalarLoader;
  /** What `${…}` is. "plain-environment": an environment variable, and text in a scalar with quotes. */
  readonly interpolation: "none" | "omegaconf" | "environment" | "plain-environment";
  /** OmegaConf's resolvers that the framework registers and that are worked out here: see `resolvedValue`. */
  readonly resolvers?: readonly string[];
  readonly duplicateKeys: "last" | "error";
  /** Whether `num-layers` at the top level is the same key as `num_layers`. */
  readonly hyphensAreUnderscores?: boolean;
  /** How a file includes others: Hydra's `defaults` list, or the tag `!include`. */
  readonly includes?: "hydra" | "tag";
  /** Names of included files that the framework ships, whose content is the defaults of this descriptor. */
  readonly shipped?: readonly string[];
  /** What happens to a number that the loader reads as a string. "off" where the framework converts it afterwards. */
  readonly misreadNumber: MisreadNumberFile;
  /** What the framework makes of a loaded value, by the type of its field. Absent: it takes the value as it is. */
  readonly conversion?: ConversionFile;
}

export interface MisreadNumberFile {
  readonly severity: "error" | "warning" | "information" | "off";
  readonly because: string;
}

export interface ConversionFile {
  readonly by: Conversion;
  /** Only below these first steps of a path, e.g. because they become command-line flags. */
  readonly below?: readonly string[];
}

export interface DetectionFile {
  /** Sum of the weights from which a document counts as this dialect. */
  readonly threshold: number;
  readonly signals: readonly SignalFile[];
  /** All of these paths must be present, whatever the score. */
  readonly required?: readonly string[];
  /** One of these paths must be present, whatever the score. */
  readonly anyOf?: readonly string[];
  /** Any of these paths present: not this dialect. */
  readonly not?: readonly string[];
  /** The config may also stand one or two keys below the top, in a file of a wrapper that names the keys as it likes. */
  readonly wrapped?: true;
}

export interface SignalFile {
  /** Dotted path below the root; `*` stands for any one key. */
  readonly path: string;
  readonly weight: number;
  /** Only these texts count. */
  readonly values?: readonly string[];
}

/** The quantities that a duration can count. */
export type CountedQuantity = "steps" | "samples" | "tokens" | "epochs";

export interface KeyFile {
  /** Dotted paths below the root, the first one present wins; `*` stands for any one key. */
  readonly paths: readonly string[];
  /** `number` and `duration` are checked for misread numbers, `word` and `flag` against `words`. */
  readonly type: "number" | "flag" | "word" | "duration" | "text";
  /** Every value that the framework knows, besides true and false for a flag. Absent: every value is allowed. */
  readonly words?: readonly string[];
  readonly default?: Word;
  /** A default for each value of another key, such as the class defaults of a model type. */
  readonly defaultBy?: { readonly key: string; readonly values: Readonly<Record<string, Word>> };
  /** File and line of the default, relative to `source`. */
  readonly defaultSource?: string;
  /** For a count: the framework takes fractions, such as MaxText's sequences per device. */
  readonly fractional?: true;
  /** For a flag: true where the list, or the text with commas, has this name in it. */
  readonly contains?: string;
  /** For a duration: what its units count; "" is a bare number. */
  readonly units?: Readonly<Record<string, CountedQuantity>>;
  /** Values that mean "left out", such as -1 for `max_steps`. */
  readonly unset?: readonly Word[];
  /** A path with `*` counts only where all places that it leads to say the same; otherwise the key is open. */
  readonly alike?: true;
  /** The value is how many places the paths lead to. */
  readonly counts?: true;
  /** What an explicit null means, if that is not the default. */
  readonly nullMeans?: Word;
}

/** What a combination of keys means. Values of `set` are formats or words; `{key}` inserts that key's value. */
export interface SettingFile {
  readonly when?: Condition;
  /** Null: these keys leave the property open; `how` says why. */
  readonly set: Readonly<Record<string, string | boolean | null>>;
  /** Words for the hover where the keys alone do not explain it; `{key}` inserts that key's value. */
  readonly how?: string;
  /** True where something outside of the file, such as an environment variable, may set it otherwise: it is a default. */
  readonly byDefault?: true;
  /** File and line, with repository and commit where they are not those of `source` of the dialect. */
  readonly source?: string;
}

/**
 * The parameters of one kind of model. Expressions have numbers, `+ - * / // % **`, `ceil`, `floor`, `min`, `max` and
 * names: the symbols L h a k d f V E t g s (layers, hidden, heads, kvHeads, headDim, mlpWidth, vocabulary, experts,
 * expertsPerToken, expertWidth, sharedExpertWidth), other keys by their names (a flag is 1 or 0), `tied`, and those of
 * `define` and `lists`.
 */
export interface FormulaFile {
  readonly when: Condition;
  readonly parts: readonly FormulaPartFile[];
  /** Token and position embeddings and the output matrix. */
  readonly embedding: string;
  readonly define?: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, LayerListFile>>;
  /** What stands for a name whose key is left out; without it, the count is open then. */
  readonly otherwise?: Readonly<Record<string, string>>;
  /** File and line, with repository and commit where they are not those of `source` of the dialect. */
  readonly source?: string;
}

export interface FormulaPartFile {
  /** For people: "attention". */
  readonly name: string;
  readonly each: string;
  /** What one token uses of it; all of it by default. */
  readonly active?: string;
  /** How many of them there are; one for each layer by default. */
  readonly times?: string;
}

/** How many items of a list, or letters of a text, are among the words. */
export interface LayerListFile {
  readonly key: string;
  /** Absent: every item. */
  readonly words?: readonly string[];
  readonly otherwise?: string;
}

export interface ConflictFile {
  readonly when: Condition;
  readonly because: string;
  /** Ways out, the preferred first: keys to set. */
  readonly resolve: readonly Readonly<Record<string, Word>>[];
}

/** Rules whose findings descriptors list one by one. */
export type CaseRule =
  | "compute-dtype-mismatch"
  | "loss-scaling"
  | "missing-high-precision-layers"
  | "unstable-format";

/** A combination of keys that a rule reports at one of them. */
export interface CaseFile {
  readonly when: Condition;
  /** Keys that the launcher's config answers as well: where `when` holds there, those of this config need not. */
  readonly launcher?: { readonly instead: readonly string[]; readonly when: Condition };
  /** The key that has no effect, or whose value does not fit. */
  readonly key: string;
  readonly because: string;
  /** Only where a list that belongs to the same settings does not name a module; the first way out is to add it. */
  readonly unlisted?: { readonly list: string; readonly module: string };
  /** Names of statements in server/data/evidence/stability.json. */
  readonly evidence?: readonly string[];
  /** Instead of the rule's default. */
  readonly severity?: "error" | "warning" | "information" | "hint";
  /** Ways out, the preferred first: keys to set. */
  readonly resolve: readonly Readonly<Record<string, Word>>[];
  /**
   * Keys that every way out sets as well where the number of layers is known: to this share of it, rounded down, and to
   * one layer at least.
   */
  readonly layerShare?: Readonly<Record<string, number>>;
}

export interface QuantizedBaseFile {
  /** The word between two hyphens in the name of a checkpoint in fewer bits: "gptq". */
  readonly checkpoints?: readonly string[];
  /** Formats that the framework turns back into 16 bits when it loads them: "fp8". */
  readonly dequantized?: readonly string[];
  /** Half a sentence: what the framework does. */
  readonly because: string;
  /** Ways out, the preferred first: keys to set. */
  readonly resolve: readonly Readonly<Record<string, Word>>[];
}

/** How a dialect writes the keys of an engine that it shares with others. */
export interface EngineFile {
  /**
   * Where a key of the engine stands that this dialect does not have itself: `{path}` is the engine's own path, `{flag}`
   * the same with hyphens. By default `{path}`.
   */
  readonly at?: readonly string[];
  /** The engine's name for a key, and this dialect's; null: this dialect has no such key. Identity by default. */
  readonly keys?: Readonly<Record<string, string | null>>;
  /**
   * Per key of the engine the words of this dialect's key and what they are for the engine: `[8, true]`. Words that are
   * not listed have no meaning for it. Without an entry, words are the same in both.
   */
  readonly words?: Readonly<Record<string, readonly (readonly [own: Word, engine: Word])[]>>;
  /** Where the dialect uses the engine at all, in its own keys. By default everywhere. */
  readonly when?: Condition;
  /**
   * Blocks that are checked one by one, each as a config of its own in which the engine's paths begin: every group of
   * `config_groups.*`. `*` stands for any one key. Such constraints ask only for keys of the engine.
   */
  readonly each?: readonly string[];
  /** Ids of constraints of the engine that this dialect does not meet, such as those that it checks otherwise itself. */
  readonly without?: readonly string[];
}

export interface GroupFile {
  /** The key that holds the format's word. */
  readonly format: string;
  /** The key that holds the number of elements that share one scale. */
  readonly size: string;
}

/** Another file that belongs to a run: one with keys of this dialect, or a config of another dialect. */
export type CompanionFile = KeysCompanionFile | RunCompanionFile;

export interface KeysCompanionFile {
  readonly kind: "keys";
  /** Path of the scalar that names the file. */
  readonly path: string;
  /** Where the file's keys count; "": at the top, where the config itself says nothing. */
  readonly below: string;
  /** The framework ships such files, so it is usual that one is not in the workspace: that needs no note. */
  readonly quiet?: true;
  /** Without the file the keys are not known: a name that is no file is a config that comes with the framework. */
  readonly required?: true;
}

export interface RunCompanionFile {
  readonly kind: "run";
  /** Key that names the file, or holds its settings as a map. */
  readonly key: string;
  /** `# bitlaw:` declaration that names the file where the key does not. */
  readonly declare?: "accelerate_config";
  /** Id of the dialect that the file is read as. */
  readonly dialect: string;
  /** Name of the file where the key names a folder; a folder without it says nothing. */
  readonly file?: string;
  /** Words that are no file: presets of the framework. */
  readonly presets?: readonly string[];
  /** Facts of this run and the facts of the companion that fill them, where this config leaves them open. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Those of them that the companion decides, whatever this config says. */
  readonly decides?: readonly string[];
  /** Keys with a number of this dialect and the companion's keys that fill them. */
  readonly numbers?: Readonly<Record<string, string>>;
  /** Keys of the companion and the keys of this dialect that stand for their `auto`. */
  readonly auto?: Readonly<Record<string, string>>;
  readonly disagreements?: readonly DisagreementFile[];
}

/** A contradiction between this config and a companion. */
export interface DisagreementFile {
  /** The key of this config, and what it says; without it: anything but what the companion says. */
  readonly key: string;
  readonly values?: readonly Word[];
  /** The companion's key, and what it says. */
  readonly theirs: string;
  readonly theirValues?: readonly Word[];
  /** Half a sentence: what the framework does. */
  readonly because: string;
  readonly severity?: "error" | "warning" | "information";
}

export type ChoiceTarget =
  | "training"
  | "quantization"
  | "base"
  | "masterWeights"
  | "gradients"
  | "optimizerState";

export interface ChoiceFile {
  /** Only offered where this holds. */
  readonly when?: Condition;
  readonly format: string;
  /** How the weights are then quantized after training, where that is not as before. */
  readonly method?: QuantizationMethod;
  readonly set: Readonly<Record<string, Word>>;
}

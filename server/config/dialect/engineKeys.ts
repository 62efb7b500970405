import type { ConstraintsFile, EngineKeyFile } from "./Constraint.ts";
import { CONSTRAINT_FILES } from "./constraintFiles.ts";
import type { DialectFile, EngineFile, KeyFile } from "./Dialect.ts";

/** A file of constraints that holds for a dialect, and how the dialect writes its keys. */
export interface UsedEngine {
  readonly file: ConstraintsFile;
  readonly engine: EngineFile;
}

/** The dialect's own file, that of the dialect which it extends, and those of its engines. */
export function enginesOf({ id, extends: base, engines = {} }: DialectFile): readonly UsedEngine[] {
  const own = [id, base].flatMap((name) => (name === undefined ? [] : [[name, {}] as const]));
  return [...new Map<string, EngineFile>([...own, ...Object.entries(engines)])].flatMap(([name, engine]) => {
    const file = CONSTRAINT_FILES.find((one) => one.id === name);
    return file ? [{ file, engine }] : [];
  });
}

/** The dialect with the keys of its engines that it has no key for; those of `each` are below blocks of their own. */
export function withEngineKeys(dialect: DialectFile): DialectFile {
  const whole = enginesOf(dialect).filter(({ engine }) => engine.each === undefined);
  const added = whole.flatMap(({ file, engine }) =>
    Object.entries(file.keys).flatMap(([name, key]) =>
      engine.keys?.[name] === undefined ? [[name, atPaths(name, key, engine)] as const] : [],
    ),
  );
  return { ...dialect, keys: { ...Object.fromEntries(added), ...dialect.keys } };
}

function atPaths(name: string, key: EngineKeyFile, { at = ["{path}"] }: EngineFile): KeyFile {
  const paths = (key.paths ?? [name]).flatMap((path) =>
    at.map((template) => template.replace("{path}", path).replace("{flag}", path.replaceAll("_", "-"))),
  );
  return { ...key, paths };
}

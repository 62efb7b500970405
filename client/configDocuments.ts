/** Language ids of the files that may be configs or launch scripts. */
const LANGUAGES = ["yaml", "json", "jsonc", "toml", "shellscript"];

/**
 * The documents that the server is told about. Without a scheme: a config counts in an unsaved buffer, in a virtual
 * workspace and in a diff as well. By name too, for files whose language id another extension has changed.
 */
export const configDocuments = [
  ...LANGUAGES.map((language) => ({ language })),
  { pattern: "**/*.{toml,sh,slurm,sbatch}" },
];

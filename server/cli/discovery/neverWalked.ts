/** Folders of version control and of installed packages: what lies in them is nobody's own config. */
export const NEVER_WALKED: readonly string[] = [
  ".git",
  ".hg",
  ".jj",
  ".svn",
  ".venv",
  "node_modules",
  "site-packages",
];

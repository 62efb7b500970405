/** In bytes. A third of it is knowledge: models, measurements, and what frameworks refuse, with sources. */
const largest = 1280 * 1024;

const required = [
  "extension/package.json",
  "extension/readme.md",
  "extension/LICENSE.txt",
  "extension/dist/client.node.cjs",
  "extension/dist/client.browser.js",
  "extension/dist/server.node.js",
  "extension/dist/server.js",
  "extension/dist/THIRD-PARTY-NOTICES.txt",
  "extension/syntaxes/bitlaw.injection.json",
  "extension/syntaxes/bitlaw.injection.legacy.json",
];

const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt|client\/icon\.png)$/,
  /^extension\/dist\/[^/]+\.(js|cjs|txt)$/,
  /^extension\/(syntaxes|schemas)\/[^/]+\.json$/,
  /^extension\/docs\/(rules\/)?[^/]+\.md$/,
];

/**
 * What is wrong with a packaged extension: too large, a file missing, or a file that only developers need.
 * @param {{ bytes: number, files: string[] }} archive
 * @returns {string[]}
 */
export function vsixProblems({ bytes, files }) {
  const problems = [];
  if (bytes > largest) {
    problems.push(`is ${(bytes / 1024).toFixed(0)} KiB, more than ${largest / 1024} KiB`);
  }
  for (const file of required) {
    if (!files.includes(file)) problems.push(`lacks ${file}`);
  }
  for (const file of files) {
    if (!allowed.some((pattern) => pattern.test(file)))
      problems.push(`holds ${file}; leave it out in .vscodeignore`);
  }
  return problems;
}

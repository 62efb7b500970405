/** Applies the fixes of a text twice, safe ones and all, and says what is not as it should be. */
export function fixSafety({ analyse, applyFixes, languageOf }, file, text) {
  const language = languageOf(file, text);
  const before = analyse(text, language);
  const problems = [];
  let applied = 0;
  for (const unsafe of [false, true]) {
    const name = unsafe ? "--fix-unsafe" : "--fix";
    const once = applyFixes(before, { unsafe });
    applied += once.applied.length;
    if (once.applied.length === 0) {
      if (once.text !== text) problems.push(`${name} changes the text without a fix`);
      continue;
    }
    // From the text alone, so that nothing of the first pass is remembered.
    const after = analyse(once.text, language);
    if (after.failure) problems.push(`${name} leaves what cannot be parsed: ${after.failure.message}`);
    const twice = applyFixes(after, { unsafe });
    if (twice.text !== once.text)
      problems.push(`${name} twice is not once: ${twice.applied.map(({ rule }) => rule).join(", ")}`);
    const rules = new Set(after.findings.map(({ rule }) => rule));
    for (const rule of rules)
      if (countOf(after, rule) > countOf(before, rule)) problems.push(`${name} brings a finding of ${rule}`);
    const comments = commentsOf(text);
    const left = commentsOf(once.text);
    for (const comment of comments) if (!left.includes(comment)) problems.push(`${name} loses "${comment}"`);
    if (text.endsWith("\n") !== once.text.endsWith("\n"))
      problems.push(`${name} changes the end of the file`);
    if (/(?<!\r)\n/.test(once.text) && !/(?<!\r)\n/.test(text)) problems.push(`${name} mixes line endings`);
  }
  return { problems, applied };
}

function countOf({ findings }, rule) {
  return findings.filter((finding) => finding.rule === rule).length;
}

function commentsOf(text) {
  return text.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? []);
}

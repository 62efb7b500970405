/** Applies the fixes of a text twice, safe ones and all, and says what is not as it should be. */
export function fixSafety(engine, text, language, options) {
  const { analyse, applyFixes } = engine;
  const before = analyse(text, language, options);
  const problems = [];
  let applied = 0;
  for (const unsafe of [false, true]) {
    const addProblem = (problem) => problems.push(`${unsafe ? "--fix-unsafe" : "--fix"} ${problem}`);
    const once = applyFixes(before, { unsafe });
    applied += once.applied.length;
    if (!unsafe && once.applied.some(({ safe }) => !safe)) addProblem("applies a fix that changes the run");
    for (const problem of stepProblems(engine, text, once, language)) addProblem(problem);
    // From the text alone, so that nothing of the first pass is remembered.
    const after = analyse(once.text, language, options);
    if (after.failure?.message !== before.failure?.message)
      addProblem(`leaves what cannot be parsed: ${after.failure?.message}`);
    const twice = applyFixes(after, { unsafe });
    if (twice.text !== once.text)
      addProblem(`twice is not once: ${twice.applied.map(({ rule }) => rule).join(", ")}`);
    const had = findingsByKey(engine, before);
    for (const [place, count] of findingsByKey(engine, after))
      if (count > (had.get(place) ?? 0)) addProblem(`brings a finding: ${place}`);
    const wasMixed = /(?<!\r)\n/.test(text);
    if (/(?<!\r)\n/.test(once.text) && !wasMixed) addProblem("mixes line endings");
  }
  return { problems, applied };
}

/** Each fix by itself: outside its edits not one byte differs, and no value but those that it touches. */
function* stepProblems(
  { applyEdits, valuesChangedOutside, parseConfig },
  text,
  { text: end, applied },
  language,
) {
  let current = text;
  for (const { rule, edits } of applied) {
    const next = applyEdits(current, edits);
    const [old, now] = [parseConfig(current, language), parseConfig(next, language)];
    if (!now.ok) yield `of ${rule} leaves what cannot be parsed: ${now.failure.message}`;
    else if (old.ok) {
      if (old.documents.length !== now.documents.length) yield `of ${rule} changes the number of documents`;
      for (const { path } of valuesChangedOutside(old.documents, now.documents, edits))
        yield `of ${rule} changes another value: ${path.slice(1).join(".")}`;
    }
    const left = commentsOf(next);
    for (const comment of commentsOf(current))
      if (!left.includes(comment)) yield `of ${rule} loses "${comment}"`;
    current = next;
  }
  if (current !== end) yield "changes more than the edits of its fixes say";
}

/** How many findings each rule has at each key. */
function findingsByKey({ keyAt, parseConfig }, { text, language, findings }) {
  const parsed = parseConfig(text, language);
  const counts = new Map();
  for (const { rule, span } of findings) {
    const key = parsed.ok ? keyAt(parsed.documents, span.start) : "";
    const place = `${rule} at ${key.split("\u0001").slice(1).join(".") || "a comment"}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** The comments that fixes leave alone: those for Bitlaw are what some of them are about. */
function commentsOf(text) {
  return text.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#(?!\s*bitlaw).*)$/.exec(line)?.[1] ?? []);
}

/** The same config as other editors and systems would have saved it, each with a name. */
export function variantsOf(text, language) {
  const lines = text.replace(/\r\n/g, "\n");
  const crlf = lines.replace(/\n/g, "\r\n");
  return [
    ["as it is", text],
    ["CRLF", crlf],
    ["no final newline", text.trimEnd()],
    ["byte order mark", `\uFEFF${text}`],
    ["CRLF, byte order mark, no final newline", `\uFEFF${crlf.trimEnd()}`],
    ...(language === "yaml"
      ? [
          ["tabs behind values", lines.replace(/([^\s>|-])$/gm, "$1\t")],
          ["second of two documents", `other: 1\n---\n${lines.replace(/^---\n/, "")}`],
          ["first of two documents", `${lines.replace(/\n*$/, "\n")}---\nother: 5e-5\n`],
          ["two runs", `${lines.replace(/\n*$/, "\n")}---\n${lines.replace(/^---\n/, "")}`],
        ]
      : [["tabs behind values", lines.replace(/([,{}\]])$/gm, "$1\t")]]),
  ];
}

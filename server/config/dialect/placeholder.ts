/** What templates write in the place of a value: `<LR>`, `{{ batch }}`, `__STEPS__`, `$NAME`, `%NAME%`, `{name}`. */
const MARKED =
  /^(?:<[^<>]{1,80}>|\{\{.{0,80}\}\}|\{%.{0,80}%\}|\[\[.{0,80}\]\]|%\(\w+\)s|%\w+%|@\w+@|__[A-Za-z]\w*__|\$\{?[A-Za-z_]\w*\}?|\{[A-Za-z_]\w*\})$/;
/** Words of a template's author, in capitals: `TODO`, `CHANGE_ME`, `YOUR_RATE`, `RATE_PLACEHOLDER`. */
const WORDS =
  /^(?:TODO|FIXME|TBD|X{3,}|\.{3}|…|CHANGE[_-]?ME|FILL[_-]?(?:ME|IN)|PLACEHOLDER|(?:YOUR|INSERT|REPLACE|ENTER)[_-][A-Z0-9_-]+|[A-Z0-9_]+_PLACEHOLDER)$/;
/** A name in capitals, where a number or a flag is wanted: `LEARNING_RATE`. */
const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Whether a text stands for a value that is filled in later, so that nothing is wrong with it. */
export function isPlaceholder(text: string, type: string): boolean {
  const trimmed = text.trim();
  if (MARKED.test(trimmed) || WORDS.test(trimmed)) return true;
  return (type === "number" || type === "flag") && VARIABLE.test(trimmed);
}

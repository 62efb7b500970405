import type { StabilityJudgement } from "../../../science/stability/judgeStability.ts";
import { escapeXml } from "../plot.ts";
import { lossPlots } from "./lossPlots.ts";
import { outcomeText, spikesText } from "./runText.ts";
import type { StabilityReport } from "./StabilityReport.ts";
import { rateText } from "./stabilityNumbers.ts";
import { formatRows, generalNotes, headline, NO_FORMAT, settingRows } from "./stabilityText.ts";
import { verdictText } from "./verdictText.ts";

/** Works without scripts, without other files and under this policy. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root { color-scheme: light dark; --line: #ccc; --faint: #595959; }
@media (prefers-color-scheme: dark) { :root { --line: #444; --faint: #a6a6a6; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; } .wide { overflow-x: auto; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
figure { display: inline-block; margin: 0 1rem 1rem 0; } svg { max-width: 100%; height: auto; } svg text { fill: var(--faint); }
figcaption, .faint { color: var(--faint); }
`;

/** The report on stability as one HTML page with the loss curves as pictures. */
export function stabilityHtml({ judgement, notes, problems }: StabilityReport): string {
  const title = escapeXml(headline(judgement));
  const [formatHeader = [], ...formats] = formatRows(judgement);
  const [settingHeader = [], ...settings] = settingRows(judgement);
  const parts = [
    `<h1>${title}</h1>`,
    ...verdicts(judgement),
    section("Formats", table("Runs by format", formatHeader, formats)),
    section("Loss curves", curves(judgement)),
    section(
      "Final loss, mean ± standard deviation over seeds",
      table("Final losses", settingHeader, settings),
    ),
    section("Runs", table("Every run", RUN_HEADER, runRows(judgement))),
    section("What was wrong in the logs", list(problems.map(problemText))),
    section("Notes", list([...notes, ...generalNotes(judgement)])),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${parts.filter((part) => part !== "").join("\n")}
</main>
</body>
</html>
`;
}

function verdicts({ formats, baseline }: StabilityJudgement): readonly string[] {
  return formats.flatMap(({ format, comparison }) => {
    if (comparison === undefined || format === undefined || baseline === undefined) return [];
    const [first = "", ...rest] = verdictText(format, baseline, comparison).map(escapeXml);
    return [`<p><strong>${first}</strong> ${rest.join(" ")}</p>`];
  });
}

function curves(judgement: StabilityJudgement): string {
  return lossPlots(judgement)
    .map(({ format, svg, capped }) => {
      const edge = capped ? "; losses above the chart are drawn at its edge" : "";
      return `<figure>${svg}<figcaption>${escapeXml(format)}${edge}</figcaption></figure>`;
    })
    .join("\n");
}

const RUN_HEADER = ["run", "format", "seed", "learning rate", "outcome", "spikes"];

function runRows({ formats, reference }: StabilityJudgement): readonly (readonly string[])[] {
  return formats.flatMap(({ format, runs }) =>
    runs.map((one) => [
      one.run.name,
      format ?? NO_FORMAT,
      one.run.seed === undefined ? "–" : String(one.run.seed),
      one.run.learningRate === undefined ? "–" : rateText(one.run.learningRate),
      outcomeText(one, reference),
      spikesText(one),
    ]),
  );
}

function problemText({ file, line, message, count }: StabilityReport["problems"][number]): string {
  return `${file}${line === undefined ? "" : `:${line}`}: ${message}${count > 1 ? ` (and ${count - 1} more like this)` : ""}`;
}

/** Nothing for a section without content. */
function section(title: string, content: string): string {
  return content === "" ? "" : `<section>\n<h2>${escapeXml(title)}</h2>\n${content}\n</section>`;
}

function table(caption: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const head = header.map((cell) => `<th scope="col">${escapeXml(cell)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join("")}</tr>`);
  return `<div class="wide"><table aria-label="${escapeXml(caption)}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table></div>`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${escapeXml(item)}</li>`).join("")}</ul>`;
}

import type { Law, LawFile } from "../../science/laws/Law.ts";
import { formulaOf } from "../../science/laws/lawFrom.ts";
import { countText, domainText, originText, tensorsText, trustText } from "../wording/lawText.ts";
import { columns } from "./columns.ts";
import { deviationsText, leftOutText } from "./hierarchyText.ts";
import { lawRecordText } from "./lawRecordText.ts";
import type { Style } from "./textReport.ts";

/** One law in full: equations, constants, what N counts, domain, applicability, citation, fit, record, notes. */
export function lawText(law: Law, style: Style): string {
  const { file } = law;
  const { authors, year, title, url, where } = file.citation;
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Formula", formulaOf(file.form).map((line) => `  ${line}`)],
    ["Constants", columns(constantRows(file), style)],
    ["Constants by setting", columns(settingRows(file), style)],
    ["Deviations of ln ΔL", deviationsText(file, style)],
    ["Applies to", columns(applicabilityRows(file), style)],
    ["N", [`  ${countText(file)}`]],
    ["Fitted on", [`  ${domainText(file)}`]],
    [
      "Source",
      [
        `  ${authors} ${year}, ${title}`,
        ...(url === undefined ? [] : [`  ${url}`]),
        `  ${where}`,
        `  trust ${trustText(law)}; ${originText(law)}`,
      ],
    ],
    ["Fit", columns(fitRows(file), style)],
    ["Families left out, each predicted by a fit to the others", leftOutText(file, style)],
    ["Record on published measurements", lawRecordText(law, style)],
    ["Notes", file.notes.map((note) => `  ${note}`)],
  ];
  return [
    `${style.strong(file.name)}: ${file.summary}`,
    ...sections.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : [[style.strong(heading), ...lines].join("\n")],
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Name, value, interval where there is one, and why it is assumed where it is. */
function constantRows({ constants, assumed, intervals }: LawFile): readonly (readonly string[])[] {
  return Object.entries(constants).map(([name, value]) => {
    const interval = intervals?.[name];
    const reason = assumed?.[name];
    return [
      name,
      String(value),
      interval ? `95 %: ${interval[0]} to ${interval[1]}` : "",
      reason ? `assumed: ${reason}` : "",
    ];
  });
}

/** The one setting of the form "ptq", its deviations, has a section of its own. */
function settingRows({ form, settings, assumed }: LawFile): readonly (readonly string[])[] {
  if (form === "ptq") return [];
  return Object.entries(settings ?? {}).map(([name, constants]) => {
    const values = Object.entries(constants).map(([symbol, value]) => `${symbol} ${value}`);
    const reasons = Object.keys(constants).flatMap((symbol) => assumed?.[`${name}: ${symbol}`] ?? []);
    const [reason] = reasons;
    return [name, values.join(", "), reason ? `assumed: ${reason}` : ""];
  });
}

function applicabilityRows(file: LawFile): readonly (readonly string[])[] {
  return [
    ["subject", file.about.join(", ")],
    ["numbers", file.numbers.join(", ")],
    ["quantized tensors", tensorsText(file)],
  ];
}

function fitRows({ fit }: LawFile): readonly (readonly string[])[] {
  return Object.entries(fit ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

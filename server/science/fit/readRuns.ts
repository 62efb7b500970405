import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import type { QuantizationMethod } from "../laws/Law.ts";
import { methodClass } from "../measurements/methodClass.ts";
import { nearestName } from "../nearestNames.ts";
import { type CellReader, problemAt, RowCells, readPositive, readText } from "../tables/readCell.ts";
import type { Row, Table, TableProblem } from "../tables/readTable.ts";
import type { FitForm, FormatColumn } from "./FitForm.ts";
import { methodCounts } from "./methodCounts.ts";
import type { RunRow } from "./RunRow.ts";

type Quantity = "parameters" | "tokens" | "loss" | "delta";

/** Names of the columns of sizes and measurements, ours first, then those of the tables of measurements. */
const NAMES: Readonly<Record<Quantity, readonly string[]>> = {
  parameters: ["parameters"],
  tokens: ["tokens", "d_tokens"],
  loss: ["loss", "loss_lowp"],
  delta: ["delta", "delta_nll", "delta_loss"],
};

/** Columns of the tables of measurements that count N one way or the other. */
const COUNTED = { nonEmbeddingParameters: "n_params_nonemb", parameters: "n_params" } as const;

const readFormat: CellReader<NonNullable<ReturnType<typeof parseNumberFormat>>> = (row, column) => {
  const text = readText(row, column);
  if ("problem" in text) return text;
  const format = parseNumberFormat(text.value);
  if (format !== undefined) return { value: format };
  return problemAt(
    row,
    column,
    `${column} is “${text.value}”, which is no number format: write one such as bf16, fp8_e4m3:block128, int4 or int4:g128.`,
  );
};

/** The runs of a table, and warnings about how they were read. */
export interface RunsRead {
  readonly rows: readonly RunRow[];
  readonly warnings: readonly string[];
}

/** The runs of a table as a form reads them, those of `method` alone where it is given; or everything that is wrong. */
export function readRuns(
  table: Table,
  form: FitForm,
  method?: QuantizationMethod,
): RunsRead | { readonly problems: readonly TableProblem[] } {
  const measure = form.measures;
  const missing = [
    ...(["parameters", "tokens", measure] as const).filter(
      (name) => columnOf(table, name, form) === undefined,
    ),
    ...[...form.columns.required, ...(method === undefined ? [] : (["method"] as const))].filter(
      (name) => !table.columns.includes(name),
    ),
  ];
  if (missing.length > 0) return { problems: missing.map((name) => missingProblem(table, name, form)) };

  const problems: TableProblem[] = [];
  const all: RunRow[] = [];
  for (const row of table.rows) {
    const read = readRun(row, table, form);
    if ("problem" in read) problems.push(read.problem);
    else all.push(read.value);
  }
  if (problems.length > 0) return { problems };
  const { rows, warnings } = ofMethod(all, method);
  if (rows.length === 0)
    return {
      problems: [
        {
          line: 1,
          column: "method",
          message: `No row is of the method ${method}: ${methodCounts(all).text}.`,
        },
      ],
    };
  const lack = form.lacks?.(rows);
  const whole = [
    ...repeatedRows(rows, table, form),
    ...oneSize(rows, table, form),
    ...tooFew(rows, form),
    ...(lack === undefined ? [] : [{ line: 1, message: lack }]),
  ];
  return whole.length > 0
    ? { problems: whole }
    : { rows, warnings: [...otherCount(table, form), ...warnings] };
}

function ofMethod(all: readonly RunRow[], method: QuantizationMethod | undefined): RunsRead {
  if (method === undefined) return { rows: all, warnings: [] };
  const isKept = (row: RunRow) => row.method !== undefined && methodClass(row.method) === method;
  const others = all.filter((row) => !isKept(row));
  const unnamed = others.filter((row) => row.method === undefined).length;
  const counts = [methodCounts(others).text, ...(unnamed > 0 ? [`without a method ${unnamed}`] : [])];
  return {
    rows: all.filter(isKept),
    warnings:
      others.length === 0
        ? []
        : [
            `Only rows of the method ${method} are used; left out: ${counts.filter((text) => text !== "").join(", ")}.`,
          ],
  };
}

/** A warning where the table counts N the other way than the form does. */
function otherCount(table: Table, form: FitForm): readonly string[] {
  const column = columnOf(table, "parameters", form);
  if (column === COUNTED.parameters && form.counts === "nonEmbeddingParameters")
    return [
      "All parameters (n_params) are taken as N, which counts those without embeddings in this form: add n_params_nonemb, or A and the exponent of N are of another count.",
    ];
  if (column === COUNTED.nonEmbeddingParameters && form.counts === "parameters")
    return [
      "Parameters without embeddings (n_params_nonemb) are taken as N, which counts all of them in this form: add n_params, or A and the exponent of N are of another count.",
    ];
  return [];
}

/** The column of a quantity; of the two counts of parameters that of the form first. */
function columnOf(table: Table, quantity: Quantity, form: FitForm): string | undefined {
  const { parameters, nonEmbeddingParameters } = COUNTED;
  const counted =
    form.counts === "parameters"
      ? [parameters, nonEmbeddingParameters]
      : [nonEmbeddingParameters, parameters];
  const names = quantity === "parameters" ? [...NAMES.parameters, ...counted] : NAMES[quantity];
  return names.find((name) => table.columns.includes(name));
}

function missingProblem(table: Table, name: Quantity | FormatColumn, form: FitForm): TableProblem {
  const read = new Set([
    ...Object.values(NAMES).flat(),
    ...Object.values(COUNTED),
    ...form.columns.required,
    ...form.columns.optional,
  ]);
  const near = nearestName(
    name,
    table.columns.filter((column) => !read.has(column)),
  );
  const advice = near === undefined ? "add it to the header" : `is it ${near}? Then rename that`;
  return {
    line: 1,
    column: name,
    message: `The column ${name} is missing, which the form ${form.name} needs: ${advice}. The table has ${table.columns.join(", ")}.`,
  };
}

function readRun(
  row: Row,
  table: Table,
  form: FitForm,
): { readonly value: RunRow } | { readonly problem: TableProblem } {
  const cells = new RowCells(row);
  const column = (quantity: Quantity) => columnOf(table, quantity, form) ?? quantity;
  const used = (name: FormatColumn) =>
    form.columns.required.includes(name) || form.columns.optional.includes(name);
  const format = (name: FormatColumn) => (used(name) ? cells.optional(readFormat, name) : undefined);
  const text = (name: FormatColumn) => (used(name) ? cells.text(name) : undefined);
  const measured = column(form.measures);
  const run: RunRow = {
    line: row.line,
    parameters: cells.required(readPositive, column("parameters"), 1),
    tokens: cells.required(readPositive, column("tokens"), 1),
    measured: cells.required(readPositive, measured, 1),
    weights: format("weights"),
    activations: format("activations"),
    kvCache: format("kv_cache"),
    quantization: form.columns.required.includes("quantization")
      ? cells.optional(readFormat, "quantization")
      : undefined,
    method: text("method"),
    forward: text("forward"),
    backward: text("backward"),
    recipe: text("recipe"),
    group: used("group") ? cells.optional(readPositive, "group") : undefined,
  };
  if (form.columns.required.includes("quantization") && run.quantization === undefined)
    cells.reject("quantization", "quantization is empty: name the format of the weights after training.");
  if (cells.problem !== undefined) return { problem: cells.problem };
  const refused = form.refuses?.(run);
  return refused === undefined ? { value: run } : problemAt(row, refused.column, `${refused.because}.`);
}

/** The same run with the same result twice: a copy, which would count double. */
function repeatedRows(rows: readonly RunRow[], table: Table, form: FitForm): readonly TableProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = JSON.stringify({ ...row, line: 0 });
    const line = first.get(key);
    if (line === undefined) first.set(key, row.line);
    return line === undefined
      ? []
      : [
          {
            line: row.line,
            column: columnOf(table, form.measures, form),
            message: `The run is the same as that of line ${line}, result included: remove one, or it counts twice.`,
          },
        ];
  });
}

/** All runs at one N, or one D: the term of that variable and its exponent cannot be distinguished from a constant. */
function oneSize(rows: readonly RunRow[], table: Table, form: FitForm): readonly TableProblem[] {
  return (["parameters", "tokens"] as const).flatMap((name) => {
    const values = new Set(rows.map((row) => row[name]));
    const [value] = values;
    if (values.size !== 1 || value === undefined) return [];
    const symbol = name === "parameters" ? "N" : "D";
    return [
      {
        line: rows[0]?.line ?? 1,
        column: columnOf(table, name, form),
        message: `All runs have ${symbol} = ${value}: the term of ${symbol} in the form ${form.name} and its exponent are not determined. Add runs at other ${symbol}, best at least four times apart.`,
      },
    ];
  });
}

function tooFew(rows: readonly RunRow[], form: FitForm): readonly TableProblem[] {
  if (form.estimator.kind !== "residuals") return [];
  const { parameters } = form.estimator.model(rows);
  if (rows.length > parameters.length) return [];
  const names = parameters.map(({ setting, constant }) => (setting ? `${setting}: ${constant}` : constant));
  return [
    {
      line: rows.at(-1)?.line ?? 1,
      message: `The table has ${rows.length} rows for ${names.length} constants (${names.join(", ")}): add runs until there are more rows than constants, best several times as many.`,
    },
  ];
}

import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import { RowCells } from "../tables/RowCells.ts";
import { type CellReader, problemAt, readPositive, readText } from "../tables/readCell.ts";
import type { Row, Table, TableProblem } from "../tables/Table.ts";
import type { FitForm, FormatColumn } from "./FitForm.ts";
import { nearestName } from "./nearestName.ts";
import type { RunRow } from "./RunRow.ts";

type Quantity = "parameters" | "tokens" | "loss" | "delta";

/** Names of the columns of sizes and measurements, ours first, then those of the tables of measurements. */
const NAMES: Readonly<Record<Quantity, readonly string[]>> = {
  parameters: ["parameters", "n_params_nonemb", "n_params"],
  tokens: ["tokens", "d_tokens"],
  loss: ["loss", "loss_lowp"],
  delta: ["delta", "delta_nll", "delta_loss"],
};

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

/** The runs of a table as a form reads them, or everything that is wrong with it. */
export function readRuns(
  table: Table,
  form: FitForm,
): { readonly rows: readonly RunRow[] } | { readonly problems: readonly TableProblem[] } {
  const measure = form.measures;
  const missing = [
    ...(["parameters", "tokens", measure] as const).filter((name) => columnOf(table, name) === undefined),
    ...form.columns.required.filter((name) => !table.columns.includes(name)),
  ];
  if (missing.length > 0) return { problems: missing.map((name) => missingProblem(table, name, form)) };

  const problems: TableProblem[] = [];
  const rows: RunRow[] = [];
  for (const row of table.rows) {
    const read = readRun(row, table, form);
    if ("problem" in read) problems.push(read.problem);
    else rows.push(read.value);
  }
  if (problems.length > 0) return { problems };
  const lack = form.lacks?.(rows);
  const whole = [
    ...repeatedRows(rows, table, form),
    ...oneSize(rows, table, form),
    ...tooFew(rows, form),
    ...(lack === undefined ? [] : [{ line: 1, message: lack }]),
  ];
  return whole.length > 0 ? { problems: whole } : { rows };
}

function columnOf(table: Table, quantity: Quantity): string | undefined {
  return NAMES[quantity].find((name) => table.columns.includes(name));
}

function missingProblem(table: Table, name: Quantity | FormatColumn, form: FitForm): TableProblem {
  const read = new Set([...Object.values(NAMES).flat(), ...form.columns.required, ...form.columns.optional]);
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
  const column = (quantity: Quantity) => columnOf(table, quantity) ?? quantity;
  const used = (name: FormatColumn) =>
    form.columns.required.includes(name) || form.columns.optional.includes(name);
  const format = (name: FormatColumn) => (used(name) ? cells.maybe(readFormat, name) : undefined);
  const text = (name: FormatColumn) => (used(name) ? cells.text(name) : undefined);
  const measured = column(form.measures);
  const run: RunRow = {
    line: row.line,
    parameters: cells.need(readPositive, column("parameters"), 1),
    tokens: cells.need(readPositive, column("tokens"), 1),
    measured: cells.need(readPositive, measured, 1),
    weights: format("weights"),
    activations: format("activations"),
    kvCache: format("kv_cache"),
    quantization: form.columns.required.includes("quantization")
      ? cells.maybe(readFormat, "quantization")
      : undefined,
    method: text("method"),
    forward: text("forward"),
    backward: text("backward"),
    recipe: text("recipe"),
    group: used("group") ? cells.maybe(readPositive, "group") : undefined,
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
            column: columnOf(table, form.measures),
            message: `The run is the same as that of line ${line}, result included: remove one, or it counts twice.`,
          },
        ];
  });
}

/** All runs at one N, or one D: the term of that variable and its exponent cannot be told from a constant. */
function oneSize(rows: readonly RunRow[], table: Table, form: FitForm): readonly TableProblem[] {
  return (["parameters", "tokens"] as const).flatMap((name) => {
    const values = new Set(rows.map((row) => row[name]));
    const [value] = values;
    if (values.size !== 1 || value === undefined) return [];
    const symbol = name === "parameters" ? "N" : "D";
    return [
      {
        line: rows[0]?.line ?? 1,
        column: columnOf(table, name),
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

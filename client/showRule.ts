import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  commands,
  Disposable,
  type ExtensionContext,
  languages,
  type Range,
  type TextDocument,
  type Uri,
  window,
} from "vscode";
import { configDocuments } from "./configDocuments.ts";
import { openPreview } from "./openPreview.ts";
import { pageUri } from "./rulePages.ts";

const COMMAND = "bitlaw.showRule";

/** What the manifest says about a rule's setting. */
interface RuleSetting {
  readonly default: string;
  readonly description: string;
}

/** The command that shows the page of a rule, and the action that offers it behind the fixes of a finding. */
export function registerShowRule({ extension, extensionUri }: ExtensionContext): Disposable {
  const rules = rulesIn(extension.packageJSON);
  const show = async (asked?: unknown) => {
    const rule = typeof asked === "string" && asked in rules ? asked : await pickRule(rules);
    if (rule !== undefined) await openPreview(pageUri(extensionUri, `rules/${rule}.md`));
  };
  return Disposable.from(
    commands.registerCommand(COMMAND, show),
    languages.registerCodeActionsProvider(
      configDocuments,
      { provideCodeActions },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

/** The rules are in the manifest already, for their settings. */
function rulesIn(manifest: unknown): Readonly<Record<string, RuleSetting>> {
  const { contributes } = manifest as {
    contributes: {
      configuration: { properties: { "bitlaw.rules": { properties: Record<string, RuleSetting> } } };
    };
  };
  return contributes.configuration.properties["bitlaw.rules"].properties;
}

async function pickRule(rules: Readonly<Record<string, RuleSetting>>): Promise<string | undefined> {
  const items = Object.entries(rules).map(([label, setting]) => ({
    label,
    description: setting.default,
    detail: setting.description,
  }));
  const picked = await window.showQuickPick(items, {
    title: "Show Rule",
    placeHolder: "A rule, or what it finds",
    matchOnDetail: true,
  });
  return picked?.label;
}

/** One action for each rule with a finding here. */
function provideCodeActions(
  _document: TextDocument,
  _range: Range,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  const shown = new Set<string>();
  return diagnostics.flatMap((diagnostic) => {
    const rule = ruleOf(diagnostic.code);
    if (diagnostic.source !== "bitlaw" || rule === undefined || shown.has(rule)) return [];
    shown.add(rule);
    const action = new CodeAction(`Show the page of ${rule}`, CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { command: COMMAND, title: action.title, arguments: [rule] };
    return [action];
  });
}

function ruleOf(
  code: string | number | { value: string | number; target: Uri } | undefined,
): string | undefined {
  const value = typeof code === "object" ? code.value : code;
  return typeof value === "string" ? value : undefined;
}

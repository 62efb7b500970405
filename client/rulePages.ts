import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  commands,
  type Diagnostic,
  Disposable,
  type DocumentSelector,
  type ExtensionContext,
  languages,
  type TextDocument,
  Uri,
  window,
} from "vscode";

const COMMAND = "bitlaw.showRule";

/** A link that shows a rule's page, with `{rule}` for the name: the same page offline, on the desktop and in a browser. */
export const RULE_LINK = `command:${COMMAND}?%5B%22{rule}%22%5D`;

/** What links in hovers may run. */
export const TRUSTED_COMMANDS = [COMMAND];

interface RuleItem {
  readonly label: string;
  readonly detail: string;
}

/** The command that shows a rule's page, of the rule it is given or of the one picked, and an action for each finding. */
export function registerRulePages(context: ExtensionContext, selector: DocumentSelector): Disposable {
  const rules = rulesOf(context.extension.packageJSON);
  const show = async (asked: unknown) => {
    const rule = rules.find(({ label }) => label === asked) ?? (await pick(rules));
    if (rule) await showPage(Uri.joinPath(context.extensionUri, "docs", "rules", `${rule.label}.md`));
  };
  const actions = {
    provideCodeActions: (_: TextDocument, __: unknown, { diagnostics }: CodeActionContext) =>
      [...new Set(diagnostics.flatMap(ruleOf))].map(showAction),
  };
  const metadata = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return Disposable.from(
    commands.registerCommand(COMMAND, show),
    languages.registerCodeActionsProvider(selector, actions, metadata),
  );
}

/** The rules with their summaries, which the manifest has for the settings. */
function rulesOf(manifest: {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly "bitlaw.rules": {
          readonly properties: Readonly<Record<string, { readonly description: string }>>;
        };
      };
    };
  };
}): readonly RuleItem[] {
  const { properties } = manifest.contributes.configuration.properties["bitlaw.rules"];
  return Object.entries(properties).map(([label, { description: detail }]) => ({ label, detail }));
}

function pick(rules: readonly RuleItem[]): Thenable<RuleItem | undefined> {
  return window.showQuickPick(rules, {
    title: "Show Rule",
    placeHolder: "Its page has the reasons, an example and the fix",
    matchOnDetail: true,
  });
}

/** In the Markdown preview, or as text where the editor has none. */
async function showPage(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreview", uri);
  } catch {
    await commands.executeCommand("vscode.open", uri);
  }
}

function ruleOf({ source, code }: Diagnostic): readonly string[] {
  const value = typeof code === "object" ? code.value : code;
  return source === "bitlaw" && typeof value === "string" ? [value] : [];
}

/** Without its diagnostic, because it solves nothing: so it stands below the fixes. */
function showAction(rule: string): CodeAction {
  const title = `Show the page of ${rule}`;
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: COMMAND, arguments: [rule] } };
}

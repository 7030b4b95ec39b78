import * as vscode from "vscode";
import type { Finding } from "../../kernel/doctor/finding.js";

/** What a button of the page does. */
export type DoctorAction =
  | { readonly type: "again" }
  | { readonly type: "copy"; readonly text: string }
  | { readonly type: "terminal"; readonly text: string }
  | { readonly type: "installJupyter" };

/** The findings of `aen doctor` as a page in the theme's colours, with what can be done about each. */
export function doctorPage(findings: readonly Finding[], nonce: string): string {
  const title = vscode.l10n.t("What this machine can do");
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${button(vscode.l10n.t("Check Again"), { type: "again" })}</p>
<ul>${findings.map(item).join("")}</ul>
<script nonce="${nonce}">
const { postMessage } = acquireVsCodeApi();
for (const button of document.querySelectorAll("button"))
  button.addEventListener("click", () => postMessage(JSON.parse(button.dataset.action)));
</script>
</body>
</html>`;
}

/** What the buttons of a finding do: its commands into a terminal, our own at once, else its text to the clipboard. */
export function actionsFor({ subject, detail, remedy = "" }: Finding): DoctorAction[] {
  const commands = [...remedy.matchAll(/`([^`]+)`/g)].map(([, command]) => command).filter(isCommand);
  const actions = commands.map((text): DoctorAction =>
    text.startsWith("aen jupyter install") ? { type: "installJupyter" } : { type: "terminal", text },
  );
  return actions.length > 0 ? actions : [{ type: "copy", text: `${subject}: ${detail}` }];
}

/** Whether code in a text is something to run, and not a name. */
function isCommand(code: string): boolean {
  return /\s/.test(code);
}

function item(finding: Finding): string {
  const { subject, state, detail, remedy } = finding;
  const states = {
    ready: vscode.l10n.t("ready"),
    missing: vscode.l10n.t("missing"),
    needed: vscode.l10n.t("needed"),
  };
  const buttons = actionsFor(finding).map((action) => button(wordsOf(action), action, subject));
  return `<li class="${state}"><h2>${escaped(subject)} <small>${escaped(states[state])}</small></h2>
<p>${escaped(detail)}</p>${remedy === undefined ? "" : `<p>${withCode(remedy)}</p>`}
<p>${buttons.join(" ")}</p></li>`;
}

function wordsOf(action: DoctorAction): string {
  if (action.type === "terminal") return action.text;
  return action.type === "installJupyter" ? vscode.l10n.t("Install Jupyter Kernel") : vscode.l10n.t("Copy");
}

function button(words: string, action: DoctorAction, subject?: string): string {
  const label = subject === undefined ? words : `${subject}: ${words}`;
  const data = escaped(JSON.stringify(action));
  return `<button type="button" aria-label="${escaped(label)}" data-action="${data}">${escaped(words)}</button>`;
}

function withCode(text: string): string {
  return escaped(text).replaceAll(/&#96;(.+?)&#96;/g, "<code>$1</code>");
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
  body { max-width: 46rem; padding: 0 1.5rem 2rem; line-height: 1.5; }
  h1 { font-size: 1.4rem; font-weight: 500; }
  h2 { font-size: 1rem; font-weight: 600; margin: 0; }
  small { font-weight: 400; color: var(--vscode-descriptionForeground); }
  ul { list-style: none; padding: 0; }
  li { padding: 0.6rem 0 0.6rem 0.9rem; margin-bottom: 0.7rem;
    border-left: 3px solid var(--vscode-contrastBorder, var(--vscode-widget-border, gray)); }
  li.ready { border-left-color: var(--vscode-testing-iconPassed, green); }
  li.missing { border-left-color: var(--vscode-editorWarning-foreground, orange); }
  li.needed { border-left-color: var(--vscode-editorError-foreground, red); }
  p { margin: 0.2rem 0; overflow-wrap: anywhere; }
  button { font: inherit; padding: 0.15rem 0.7rem; border-radius: 2px; cursor: pointer; text-align: left;
    color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground);
    border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); }
  button:hover { background: var(--vscode-button-secondaryHoverBackground); }
  button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }`;

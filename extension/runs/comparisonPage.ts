import * as vscode from "vscode";
import type { Row, RunComparison } from "./runComparison.js";

const style = `
  body { max-width: 60rem; padding: 0 1.5rem 2rem; line-height: 1.5; }
  h1 { font-size: 1.4rem; font-weight: 500; }
  h2 { font-size: 1.1rem; font-weight: 500; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; }
  th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; overflow-wrap: anywhere;
    border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, rgba(128, 128, 128, 0.35))); }
  th { font-weight: 600; }
  td { font-variant-numeric: tabular-nums; }
  tbody th { font-weight: 400; color: var(--vscode-descriptionForeground); }`;

/** A comparison as a page without scripts, in the theme's colours. */
export function comparisonPage({ title, runs, figures, change, settings }: RunComparison): string {
  const differing = vscode.l10n.t("Settings that differ");
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${table(vscode.l10n.t("figure"), runs, figures)}
${change === null ? "" : `<p>${escaped(change)}</p>`}
<h2>${escaped(differing)}</h2>
${settings.length === 0 ? `<p>${escaped(vscode.l10n.t("None."))}</p>` : table(vscode.l10n.t("setting"), runs, settings)}
</body>
</html>`;
}

function table(what: string, runs: readonly string[], rows: readonly Row[]): string {
  const head = [what, ...runs].map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  const body = rows.map(
    ([name, ...values]) =>
      `<tr><th scope="row">${escaped(name)}</th>${values.map((value) => `<td>${escaped(value)}</td>`).join("")}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

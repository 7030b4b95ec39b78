import * as vscode from "vscode";
import type {
  FramesDetails,
  NumberDetails,
  VariableDetails,
} from "../../kernel/contracts/variableDetails.js";
import { clipsTable } from "./clipsTable.js";
import { escaped, picture } from "./pageParts.js";

/** What a variable holds as a page in the theme's colours; only the table of clips has a script. */
export function variablePage(name: string, details: VariableDetails, nonce: string): string {
  const script = details.kind === "clips" ? `; script-src 'nonce-${nonce}'` : "";
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'${script}">
<title>${escaped(name)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(name)}</h1>
${body(details, nonce)}
</body>
</html>`;
}

function body(details: VariableDetails, nonce: string): string {
  switch (details.kind) {
    case "numbers":
      return numbers(details);
    case "clips":
      return clipsTable(details, nonce);
    case "frames":
      return frames(details);
    case "text":
      return `<pre>${escaped(details.text)}</pre>`;
  }
}

function numbers(details: NumberDetails): string {
  const { type, shape, count, figures, zeros, notANumber, infinite } = details;
  const rows: [string, string][] = [
    [vscode.l10n.t("numbers"), count.toLocaleString("en")],
    ...(figures
      ? ([
          [vscode.l10n.t("mean"), shown(figures.mean)],
          [vscode.l10n.t("standard deviation"), shown(figures.deviation)],
          [vscode.l10n.t("least"), shown(figures.least)],
          [vscode.l10n.t("most"), shown(figures.most)],
        ] as [string, string][])
      : []),
    [vscode.l10n.t("zeros"), String(zeros)],
    [vscode.l10n.t("not a number"), String(notANumber)],
    [vscode.l10n.t("infinite"), String(infinite)],
  ];
  const cells = rows.map(
    ([what, value]) => `<tr><th scope="row">${escaped(what)}</th><td>${escaped(value)}</td></tr>`,
  );
  return `<p>${escaped(type)} [${shape.join(", ")}]</p>
<table>${cells.join("")}</table>
${histogram(details)}${slice(details)}`;
}

function histogram({ histogram: counts, figures }: NumberDetails): string {
  if (!figures) return "";
  const [step, height, fullest] = [18, 110, Math.max(...counts)];
  const bars = counts.map((count, i) => {
    const tall = (count / fullest) * height;
    return `<rect x="${i * step}" y="${(height - tall).toFixed(1)}" width="${step - 2}" height="${tall.toFixed(1)}"/>`;
  });
  const words = vscode.l10n.t(
    "From {0} to {1}, {2} bins; the fullest has {3} numbers.",
    shown(figures.least),
    shown(figures.most),
    counts.length,
    fullest,
  );
  const box = `0 0 ${counts.length * step} ${height}`;
  return `<h2>${escaped(vscode.l10n.t("Histogram"))}</h2>
<svg viewBox="${box}" width="${counts.length * step}" role="img" aria-label="${escaped(words)}">${bars.join("")}</svg>
<p class="note">${escaped(words)}</p>`;
}

function slice({ slice: rows, index }: NumberDetails): string {
  if (rows.length === 0) return "";
  const title =
    index.length === 0
      ? vscode.l10n.t("First rows and columns")
      : vscode.l10n.t("First rows and columns at [{0}]", [...index, "…", "…"].join(", "));
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((value) => `<td>${value === null ? "–" : escaped(shown(value))}</td>`).join("")}</tr>`,
  );
  return `<h2>${escaped(title)}</h2><div class="scroll" tabindex="0"><table>${lines.join("")}</table></div>`;
}

/** Four digits, with a true minus. */
function shown(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "−");
}

function frames({ id, frameCount, frames: shownFrames }: FramesDetails): string {
  const items = shownFrames.map(({ number, picture: source, words }) => {
    const name = vscode.l10n.t("Frame {0}", number);
    return `<li>${picture(source, name, 96)}<span>${escaped([String(number), words].filter(Boolean).join(": "))}</span></li>`;
  });
  const count = vscode.l10n.t("{0} of {1} frames", shownFrames.length, frameCount);
  return `<p>${escaped(id)} · ${escaped(count)}</p><ul class="frames">${items.join("")}</ul>`;
}

const style = `
  body { padding: 0 1.5rem 2rem; line-height: 1.5; }
  h1 { font-size: 1.4rem; font-weight: 500; }
  h2 { font-size: 1.1rem; font-weight: 500; margin: 1.5rem 0 0.4rem; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { text-align: left; padding: 0.2rem 0.9rem 0.2rem 0; overflow-wrap: anywhere;
    border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, rgba(128, 128, 128, 0.35))); }
  td:not(.words) { text-align: right; }
  th { font-weight: 600; }
  .note { color: var(--vscode-descriptionForeground); }
  .scroll { overflow-x: auto; }
  rect { fill: var(--vscode-charts-blue, currentColor); }
  img, .none { display: block; border-radius: 3px; background: var(--vscode-editorWidget-background); }
  ul.frames { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 10px; }
  ul.frames span { display: block; max-width: 110px; }
  .controls { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; margin: 0.6rem 0; }
  input, select, th button { font: inherit; color: var(--vscode-input-foreground);
    background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--vscode-widget-border, gray));
    padding: 0.1rem 0.4rem; }
  th button { background: none; border: none; padding: 0; cursor: pointer; font-weight: 600; color: inherit; }
  th[aria-sort="ascending"] button::after { content: " ▲"; }
  th[aria-sort="descending"] button::after { content: " ▼"; }
  :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }`;

import { AnsiUp } from "ansi_up";
import { type MultilineText, type NotebookOutput, wholeText } from "../notebookFile.js";
import { escapeHtml } from "./escape.js";
import { liveType } from "./pageScripts.js";
import { renderMarkdown } from "./renderSource.js";

/** One output of a cell as self-contained HTML. */
export function renderOutput(output: NotebookOutput): string {
  switch (output.output_type) {
    case "stream":
      return `<pre class="stream ${output.name}">${renderAnsi(wholeText(output.text))}</pre>`;
    case "error":
      return `<pre class="error" role="alert">${renderAnsi(errorText(output))}</pre>`;
    default:
      return renderBundle(output.data);
  }
}

function errorText({ ename, evalue, traceback }: Extract<NotebookOutput, { output_type: "error" }>): string {
  return traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}`;
}

function renderAnsi(text: string): string {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  return ansi.ansi_to_html(text);
}

/** The richest form that a page can show by itself; views and figures include their data for the page's script. */
function renderBundle(data: Readonly<Record<string, unknown>>): string {
  const still = renderStill(data);
  const view = liveType(data);
  if (view === undefined) return `<div class="rich">${still}</div>`;
  const payload = JSON.stringify(data[view]).replaceAll("<", "\\u003c");
  return `<div class="rich view"><script type="${view}">${payload}</script><div class="still">${still}</div></div>`;
}

function renderStill(data: Readonly<Record<string, unknown>>): string {
  const text = (type: string): string => wholeText(data[type] as MultilineText);
  const alternative = "text/plain" in data ? escapeHtml(text("text/plain")) : "";
  if ("image/svg+xml" in data) {
    return `<img alt="${alternative}" src="data:image/svg+xml;base64,${Buffer.from(text("image/svg+xml")).toString("base64")}">`;
  }
  for (const type of ["image/png", "image/jpeg", "image/gif", "image/webp"]) {
    if (type in data)
      return `<img alt="${alternative}" src="data:${type};base64,${text(type).replaceAll("\n", "")}">`;
  }
  if ("text/html" in data) return text("text/html");
  if ("text/markdown" in data) return renderMarkdown(text("text/markdown"));
  if ("text/plain" in data) return `<pre>${renderAnsi(text("text/plain"))}</pre>`;
  return `<pre>${escapeHtml(JSON.stringify(data, null, 2))}</pre>`;
}

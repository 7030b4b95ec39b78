import { AnsiUp } from "ansi_up";
import type { NotebookOutput } from "../notebookFile.js";
import { escapeHtml } from "./escape.js";
import { bundleOf, liveType } from "./pageScripts.js";
import { renderFrame } from "./renderFrame.js";
import { renderPicture } from "./renderPicture.js";
import { renderMarkdown } from "./renderSource.js";
import { shownText } from "./shownText.js";

/** One output of a cell as self-contained HTML, whatever its fields hold. */
export function renderOutput(output: NotebookOutput | null | undefined): string {
  switch (output?.output_type) {
    case "stream":
      return `<pre class="stream ${output.name === "stderr" ? "stderr" : "stdout"}">${renderAnsi(shownText(output.text))}</pre>`;
    case "error":
      return `<pre class="error" role="alert">${renderAnsi(errorText(output))}</pre>`;
    default:
      return renderBundle(bundleOf(output));
  }
}

function errorText({ ename, evalue, traceback }: Extract<NotebookOutput, { output_type: "error" }>): string {
  const lines = Array.isArray(traceback) ? traceback.map(shownText) : [];
  return lines.length > 0 ? lines.join("\n") : `${shownText(ename)}: ${shownText(evalue)}`;
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
  const payload = (JSON.stringify(data[view]) ?? "null").replaceAll("<", "\\u003c");
  return `<div class="rich view"><script type="${view}">${payload}</script><div class="still">${still}</div></div>`;
}

function renderStill(data: Readonly<Record<string, unknown>>): string {
  const has = (type: string): boolean => Object.hasOwn(data, type);
  const picture = renderPicture(data);
  if (picture !== undefined) return picture;
  if (has("text/html")) return renderFrame(shownText(data["text/html"]));
  if (has("text/markdown")) return renderMarkdown(shownText(data["text/markdown"]));
  if (has("text/plain")) return `<pre>${renderAnsi(shownText(data["text/plain"]))}</pre>`;
  return `<pre>${escapeHtml(JSON.stringify(data, null, 2))}</pre>`;
}

import { escapeHtml } from "./escape.js";
import { pagePolicy } from "./pagePolicy.js";
import { english, type PageLanguage, textsElement } from "./pageTexts.js";

export interface HtmlPageOptions {
  readonly title: string;
  /** The text of the style sheet. */
  readonly style: string;
  /** Module scripts that make views and figures interactive; without them they stay static pictures. */
  readonly scripts?: readonly string[];
  /** Of the page's own texts and its views; English when absent. */
  readonly speech?: PageLanguage;
}

/**
 * A single HTML page that opens offline and fetches nothing, under {@link pagePolicy}.
 * @param main what stands in its `main`, as HTML
 */
export function htmlPage(
  main: string,
  { title, style, scripts = [], speech = english }: HtmlPageOptions,
): string {
  const written = scripts.map(scriptText);
  return `<!doctype html>
<html lang="${speech.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(written)}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
${main}
</main>
${written.length > 0 ? textsElement(speech) : ""}${written.map((script) => `<script type="module">${script}</script>`).join("\n")}
</body>
</html>
`;
}

/** As it stands between the tags: without its end tag, with the line ends that a browser makes of others. */
function scriptText(script: string): string {
  return script.replaceAll(/\r\n?/g, "\n").replaceAll(/<(?=\/script)/gi, "<\\");
}

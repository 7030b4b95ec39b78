import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import MarkdownIt from "markdown-it";
import { escapeHtml } from "./escape.js";
import { shortAddress } from "./missingNote.js";
import { pictureSource } from "./pictureSource.js";
import { shownText } from "./shownText.js";
import { worded } from "../../words/words.js";

hljs.registerLanguage("typescript", typescript);

/** A cell's code as highlighted HTML. */
export function renderCode(source: string): string {
  return hljs.highlight(source, { language: "typescript" }).value;
}

const markdown = new MarkdownIt({
  html: false,
  linkify: false,
  highlight: (code, language) => (/^(ts|typescript|js|javascript)$/.test(language) ? renderCode(code) : ""),
});

markdown.renderer.rules.image = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  const address = String(token.attrGet("src") ?? "");
  const alternative = renderer.renderInlineAsText(token.children ?? [], options, env);
  const source = pictureIn(address, env?.attachments);
  if (source !== undefined) return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alternative)}">`;
  const named = alternative === "" ? "" : `"${alternative}" `;
  return `<span class="missing" role="note">${escapeHtml(
    worded(
      "[Picture {0}is not in the notebook, and a page fetches nothing: {1}]",
      named,
      shortAddress(address),
    ),
  )}</span>`;
};

/** A picture that the notebook holds, as a data URI; undefined for any other address. */
function pictureIn(address: string, attachments: unknown): string | undefined {
  if (/^data:image\/(?:png|jpeg|gif|webp)[;,]/i.test(address)) return address;
  const name = /^attachment:(.*)$/s.exec(address)?.[1];
  if (name === undefined || typeof attachments !== "object" || attachments === null) return undefined;
  const known = Object.entries(attachments).find(([key]) => key === name || encodeURI(key) === name);
  const [type, data] = Object.entries((known?.[1] ?? {}) as Record<string, unknown>)[0] ?? [];
  return type === undefined ? undefined : pictureSource(type, shownText(data));
}

/**
 * A cell's Markdown as HTML. Raw HTML is shown as text. Pictures attached to the cell (nbformat: `attachment:name`) are
 * embedded; in the place of pictures from elsewhere stands a sentence.
 */
export function renderMarkdown(source: string, attachments: unknown = {}): string {
  return markdown.render(source, { attachments });
}

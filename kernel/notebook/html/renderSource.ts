import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import MarkdownIt from "markdown-it";

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

/**
 * A cell's Markdown as HTML. Raw HTML is shown as text. Pictures attached to the cell (nbformat: `attachment:name`) are
 * embedded.
 */
export function renderMarkdown(source: string, attachments: Readonly<Record<string, unknown>> = {}): string {
  const inlined = source.replace(/\(attachment:([^)\s]+)\)/g, (whole, name: string) => {
    const [type, data] = Object.entries((attachments[name] ?? {}) as Record<string, string>)[0] ?? [];
    return type === undefined ? whole : `(data:${type};base64,${data})`;
  });
  return markdown.render(inlined);
}

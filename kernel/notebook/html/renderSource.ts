import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import MarkdownIt from "markdown-it";

hljs.registerLanguage("typescript", typescript);

/** Code of a cell as highlighted HTML. */
export function renderCode(source: string): string {
  return hljs.highlight(source, { language: "typescript" }).value;
}

const markdown = new MarkdownIt({
  html: false,
  linkify: false,
  highlight: (code, language) => (/^(ts|typescript|js|javascript)$/.test(language) ? renderCode(code) : ""),
});

/**
 * Markdown of a cell as HTML. Raw HTML in it is shown as text. Pictures attached to the cell (nbformat:
 * `attachment:name`) are put inside.
 */
export function renderMarkdown(source: string, attachments: Readonly<Record<string, unknown>> = {}): string {
  const inlined = source.replace(/\(attachment:([^)\s]+)\)/g, (whole, name: string) => {
    const [type, data] = Object.entries((attachments[name] ?? {}) as Record<string, string>)[0] ?? [];
    return type === undefined ? whole : `(data:${type};base64,${data})`;
  });
  return markdown.render(inlined);
}

import { escapeHtml } from "./escape.js";
import { missingNote } from "./missingNote.js";
import { worded } from "../../words/words.js";

/** Elements that show text, tables and drawings; every other tag is shown as text. */
const shown = (
  "a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl " +
  "dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd label legend li main mark meter nav ol p " +
  "picture pre progress q rp rt ruby s samp section small source span strike strong style sub summary sup svg table tbody " +
  "td tfoot th thead time title tr tt u ul var wbr " +
  "circle clippath defs desc ellipse g image line lineargradient marker mask path pattern polygon polyline radialgradient rect " +
  "stop symbol text textpath tspan use view"
).split(" ");
const otherTag = new RegExp(`<(?!/?(?:${shown.join("|")})(?![^\\s/>])|!--)`, "gi");
const scriptTag = /<script(?![^\s/>])/i;
/** Spaces are counted, as patterns with two runs of them take the square of their length. */
const elsewhere =
  /(?:\s(?:src|srcset|poster|data|background|xlink:href)\s{0,9}=\s{0,9}["']?\s{0,9}(?!["'\s]|data:))|url\(\s{0,9}["']?\s{0,9}(?!["'\s]|data:|#)|@import/i;

const style = `:root { color-scheme: light dark }
body { margin: 0; font: 15px/1.5 system-ui, "DejaVu Sans", sans-serif }
table { border-collapse: collapse } th, td { padding: 0.25rem 0.7rem; text-align: left }`;

/**
 * Rich HTML of an output as a sandboxed frame: it runs no script, sends no form, opens no window and, by the page's
 * policy, fetches nothing. Scripts are taken out, and sentences below say what is missing. `allow-same-origin` lets the
 * page read the frame's height; it gives a frame without scripts nothing.
 */
export function renderFrame(html: string): string {
  if (html.trim() === "") return "";
  const kept = withoutScripts(html);
  const page = `<!doctype html><base target="_blank"><style>${style}</style>${harmless(kept)}`;
  const frame = `<iframe class="html" title="${worded("HTML output")}" sandbox="allow-same-origin" srcdoc="${escapeHtml(page)}"></iframe>`;
  return [frame, ...missing(html, kept).map(missingNote)].join("");
}

/** HTML in which only tags of {@link shown} are tags; what has become text starts nothing. */
function harmless(html: string): string {
  return html.replaceAll(otherTag, "&lt;");
}

/** HTML without its scripts; those without an end stay, as text. */
function withoutScripts(html: string): string {
  const kept: string[] = [];
  let rest = html;
  for (;;) {
    const start = rest.search(scriptTag);
    const length = start < 0 ? -1 : rest.slice(start).search(/<\/script/i);
    const end = length < 0 ? -1 : rest.indexOf(">", start + length);
    if (end < 0) return [...kept, rest].join("");
    kept.push(rest.slice(0, start));
    rest = rest.slice(end + 1);
  }
}

/** @param page the output without its scripts */
function missing(html: string, page: string): string[] {
  return [
    ...(scriptTag.test(html)
      ? [
          worded(
            "Scripts of this output are left out: a page runs none of a notebook's. Open the notebook to use it.",
          ),
        ]
      : []),
    ...(elsewhere.test(page)
      ? [
          worded(
            "Pictures or styles of this output are elsewhere, and a page fetches nothing: they are not shown.",
          ),
        ]
      : []),
  ];
}

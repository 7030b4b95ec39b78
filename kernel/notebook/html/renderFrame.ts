import { escapeHtml } from "./escape.js";
import { missingNote } from "./missingNote.js";

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
const scripts = /<script(?![^\s/>])[^]*?<\/script[^>]*>/gi;
const elsewhere =
  /(?:\s(?:src|srcset|poster|data|background|xlink:href)\s*=\s*["']?\s*(?!["'\s]|data:))|url\(\s*["']?\s*(?!["'\s]|data:|#)|@import/i;

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
  const page = `<!doctype html><base target="_blank"><style>${style}</style>${withoutScripts(html)}`;
  const frame = `<iframe class="html" title="HTML output" sandbox="allow-same-origin" srcdoc="${escapeHtml(page)}"></iframe>`;
  return [frame, ...missing(html).map(missingNote)].join("");
}

/** HTML without scripts, in which only tags of {@link shown} are tags; what has become text starts nothing. */
function withoutScripts(html: string): string {
  return html.replaceAll(scripts, "").replaceAll(otherTag, "&lt;");
}

function missing(html: string): string[] {
  return [
    ...(/<script(?![^\s/>])/i.test(html)
      ? [
          "Scripts of this output are left out: a page runs none of a notebook's. Open the notebook to use it.",
        ]
      : []),
    ...(elsewhere.test(html.replaceAll(scripts, ""))
      ? ["Pictures or styles of this output are elsewhere, and a page fetches nothing: they are not shown."]
      : []),
  ];
}

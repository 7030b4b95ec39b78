import { confusionOutput } from "../../../../media/examplePayloads.js";
import { hostileFigures } from "./hostileFigures.js";
import { clickedHtml, fetchingHtml, oldHtml, scriptHtml } from "./hostileHtml.js";

/** A notebook file as somebody may send it: its fields hold anything. */
export interface HostileNotebook {
  readonly name: string;
  readonly cells: readonly unknown[];
  /** Whether a reader clicks its links. */
  readonly isClicked?: boolean;
}

const tag = "<img src=x: onerror=hit()>";
const broken = `x" onerror="hit()" x="`;
const out = `"></pre></div>${tag}`;

const code = (more: object): object => ({
  cell_type: "code",
  source: "1",
  metadata: {},
  outputs: [],
  ...more,
});
const output = (...outputs: unknown[]): object => code({ outputs });
const shows = (data: unknown): object => output({ output_type: "display_data", data, metadata: {} });
const text = (source: unknown, attachments?: unknown): object => ({
  ...{ cell_type: "markdown", metadata: {}, source, attachments },
});

/** Notebooks that try to run a script in their page, or to make it ask the server at an address. */
export function hostileNotebooks(address: string): readonly HostileNotebook[] {
  const ofHtml = (html: string) => ({ name: `HTML ${html}`, cells: [shows({ "text/html": html })] });
  return [
    ...[...scriptHtml, ...fetchingHtml(address), ...oldHtml(address)].map(ofHtml),
    ...clickedHtml(address).map((html) => ({ ...ofHtml(html), isClicked: true })),
    ...[...scriptHtml, ...fetchingHtml(address)].map((html) => ({
      ...{ name: `an SVG file with ${html}`, cells: [shows({ "image/svg+xml": svg(html) })] },
    })),
    ...hostileFigures(address).map(({ name, mimeType, spec }) => ({
      ...{ name, cells: [shows({ [mimeType]: spec, "text/plain": out })] },
    })),
    ...Object.entries({ ...fields(), ...bundles(), ...markdown(address), ...damaged() }).map(
      ([name, cell]) => ({
        ...{ name, cells: [cell], isClicked: / link\b/.test(name) },
      }),
    ),
  ];
}

function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml">${inside}</div></foreignObject></svg>`;
}

function fields(): Record<string, object> {
  const error = { output_type: "error", ename: "E", evalue: "e", traceback: [] };
  const stream = { output_type: "stream", name: "stdout", text: "x" };
  return {
    "a count": code({ execution_count: `1]${tag}` }),
    "a count in an attribute": code({ execution_count: `1" onclick="hit()" autofocus onfocus="hit()` }),
    "a count that is a list": code({ execution_count: [tag] }),
    "a stream's name": output({ ...stream, name: `stdout"><script>hit()</script>` }),
    "a stream's text": output({ ...stream, text: [`</pre>${tag}`, tag] }),
    "a link of a terminal": output({ ...stream, text: `\u001b]8;;javascript:hit()\u0007x\u001b]8;;\u0007` }),
    "an address of a terminal that breaks out": output({
      ...{ ...stream, text: `\u001b]8;;http://x/"onmouseover="hit()\u001b\\x\u001b]8;;\u001b\\` },
    }),
    "colours of a terminal": output({ ...stream, text: `\u001b[38;2;1;1;1"onload="hit()m${tag}` }),
    "an error's name": output({ ...error, ename: tag }),
    "an error's message": output({ ...error, evalue: out }),
    "an error's traceback": output({ ...error, traceback: [out, tag] }),
    "a kind of output": output({ output_type: tag, data: { "text/plain": tag } }),
    code: code({ source: `</code></pre>${tag}` }),
    "raw text": { cell_type: "raw", source: out, metadata: {} },
    "a kind of cell": code({ cell_type: tag }),
    "the title": text(`# </title><script>hit()</script>${tag}`),
  };
}

function bundles(): Record<string, object> {
  const own = confusionOutput(3, 0);
  const pictures = ["png", "jpeg", "gif", "webp"].flatMap((type) => [
    [`image/${type} that breaks out`, shows({ [`image/${type}`]: broken })],
    [`image/${type} in lines`, shows({ [`image/${type}`]: ["AAAA", broken, "\n"] })],
  ]);
  return {
    ...(Object.fromEntries(pictures) as Record<string, object>),
    "a picture that is an object": shows({ "image/png": { [broken]: tag } }),
    "an alternative text": shows({ "image/png": "AAAA", "text/plain": broken }),
    "plain text": shows({ "text/plain": out }),
    "a view's data": shows({ [own.mimeType]: { a: `</script>${tag}` }, "text/plain": "x" }),
    "a view's data in a comment": shows({ [own.mimeType]: { a: "<!--<script>" }, "text/html": tag }),
    "a view's names": shows({
      [own.mimeType]: JSON.parse(JSON.stringify(own.payload).replaceAll("Happy", tag)),
    }),
    "a view's kind": shows({ [`application/vnd.aen."onload="hit().v1+json`]: {}, "text/plain": "x" }),
    "a type as text": shows({ [tag]: tag }),
    JavaScript: shows({ "application/javascript": "hit()" }),
    LaTeX: shows({ "text/latex": `\\href{javascript:hit()}{x}${tag}` }),
    "two forms": shows({ "text/html": tag, "text/markdown": tag, "text/plain": tag }),
  };
}

function markdown(address: string): Record<string, object> {
  const attached = (attachments: unknown) => text("![a](attachment:a) ![b](attachment:b.png)", attachments);
  const sources: Record<string, string> = {
    "raw HTML": `${tag}\n\n<script>hit()</script>`,
    "a link": "[x](javascript:hit())",
    "a link in entities": "[x](java&#115;cript:hit())",
    "a link to HTML": "[x](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==)",
    "an automatic link": "<javascript:hit()>",
    "a picture from elsewhere": `![x](${address}markdown)`,
    "a picture by reference": `![x][r]\n\n[r]: ${address}reference "t"`,
    "a picture that breaks out": `![x" onerror="hit()](data:image/png;base64,A"onerror="hit())`,
    "a picture's title": `![x](data:image/png;base64,AA '" onerror="hit()')`,
    "a language": `\`\`\`"><img/src=x:/onerror=hit()>\nx\n\`\`\``,
  };
  return {
    ...Object.fromEntries(
      Object.entries(sources).flatMap(([name, source]) => [
        [`Markdown with ${name}`, text(source)],
        [`an output in Markdown with ${name}`, shows({ "text/markdown": source })],
      ]),
    ),
    "an attachment's type": attached({ a: { [`image/png"onerror="hit()`]: "AA" } }),
    "an attachment's data": attached({ a: { "image/png": `A)![x](${address}attached)"onerror="hit()` } }),
    "an attachment that is HTML": attached({ a: { "text/html": "PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==" } }),
    "an attachment that is no map": attached([null, tag]),
  };
}

function damaged(): Record<string, object> {
  return {
    "a source that is an object": code({ source: { a: tag } }),
    "outputs that are no list": code({ outputs: { 0: tag } }),
    "outputs of nothing": output(null, 3, tag, {}, { output_type: "stream" }, { output_type: "error" }),
    "data that are no map": shows(tag),
    "a traceback that is text": output({ output_type: "error", ename: tag, evalue: null, traceback: tag }),
    "Markdown without text": text(undefined),
    "a cell of nothing": {},
  };
}

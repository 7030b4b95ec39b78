import { readFileSync } from "node:fs";
import path from "node:path";
import { display } from "./display.js";
import { packageRoot } from "../files/packageRoot.js";

/**
 * The module `tslab` that notebooks written for the tslab kernel import: its display functions and versions. This
 * kernel shows what they display; see tslab's documentation, "Display".
 */
export function tslabModule(): Record<string, unknown> {
  return { display: shower(), newDisplay, versions: versions() };
}

type Show = (data: Record<string, unknown>) => void;

/** A display whose new contents replace the old ones. */
function newDisplay(): object {
  let handle: ReturnType<typeof display.bundle> | undefined;
  return shower((data) => {
    handle = display.bundle(data, handle && { id: handle.id });
  });
}

function shower(show: Show = (data) => void display.bundle(data)): object {
  const raw = (type: string, content: string | Uint8Array) =>
    show({ [type]: typeof content === "string" ? content : Buffer.from(content).toString("base64") });
  return {
    raw,
    javascript: (text: string) => raw("text/javascript", text),
    html: (text: string) => raw("text/html", text),
    markdown: (text: string) => raw("text/markdown", text),
    latex: (text: string) => raw("text/latex", text),
    svg: (text: string) => raw("image/svg+xml", text),
    text: (text: string) => raw("text/plain", text),
    png: (bytes: Uint8Array) => raw("image/png", bytes),
    jpeg: (bytes: Uint8Array) => raw("image/jpeg", bytes),
    gif: (bytes: Uint8Array) => raw("image/gif", bytes),
    pdf: (bytes: Uint8Array) => raw("application/pdf", bytes),
  };
}

/** `tslab` is the tslab version that this module stands in for; the others are the real versions. */
function versions(): Record<string, string> {
  const manifest = path.join(packageRoot, "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return { tslab: "1.0.22", typescript: "6.0", node: process.version, aen: version };
}

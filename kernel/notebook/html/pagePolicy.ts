import { createHash } from "node:crypto";

/**
 * The content security policy of a page with these scripts: no others run, whatever stands in the page, and nothing is
 * fetched. Pictures are in the page or made by its scripts. `style-src` is open because figures are placed by style
 * attributes; styles alone fetch nothing here.
 * @param scripts their text exactly as between the tags
 */
export function pagePolicy(scripts: readonly string[]): string {
  const hashes = scripts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.length > 0 ? hashes.join(" ") : "'none'"}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

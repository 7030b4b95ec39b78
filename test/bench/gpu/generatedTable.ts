import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const readme = fileURLToPath(new URL("../../../kernel/engine/README.md", import.meta.url));

/**
 * Prints a Markdown table; with WRITE=1 also puts it into the engine's page, in place of the one between the comments
 * `<!-- name -->` and `<!-- end of name -->`.
 */
export function publish(name: string, lines: readonly string[]): void {
  console.log(lines.join("\n"));
  if (process.env.WRITE !== "1") return;
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const text = readFileSync(readme, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${readme} lacks the comments ${begin} and ${end}.`);
  writeFileSync(readme, `${text.slice(0, from)}${begin}\n\n${lines.join("\n")}\n\n${text.slice(to)}`);
}

/** A Markdown table; the first column is text, the others numbers. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const rule = head.map((_, column) => (column === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

import type { Situation } from "./situations.js";

const head = `# Situations of other kernels' tests

Written by \`UPDATE_DOCS=1 npx mocha test/kernel/session/situations\`. The cells are this project's own. They were run in this
kernel ("ours") and in tslab 1.0.22 (its converter and executor): "yes" means that the last cell shows what a user of
notebooks expects, in the kernel's own style; otherwise the table has what it showed. "Deno" was not run: the column says
what Deno's tests and manual state, and "–" where nothing was found.

`;

/** The table of situations in Markdown; `tslab` is what the last cell of each puts out there. */
export function otherKernels(situations: readonly Situation[], tslab: readonly string[]): string {
  const rows = situations.map((situation, at) => [
    situation.name,
    situation.from,
    verdict(situation, tslab[at]),
    situation.deno ?? "–",
    "yes",
  ]);
  const lines = [["situation", "as in the tests of", "tslab", "Deno (read)", "ours"], ...rows];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const drawn = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`);
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return `${head}${[drawn[0], rule, ...drawn.slice(1)].join("\n")}\n`;
}

function verdict({ ours }: Situation, found: string): string {
  const same = typeof ours === "string" ? bare(ours) === bare(found) : ours.test(found);
  if (same) return "yes";
  const [first] = found.trim().split("\n");
  return first === "" ? "shows nothing" : `\`${first.replaceAll("|", "\\|").slice(0, 90)}\``;
}

/** What is said, without what kernels differ in: quotes around a text, and what precedes an error's message. */
function bare(said: string): string {
  const text = said.trim();
  if (text.startsWith("error: ")) return `error: ${text.replace(/^error: (?:.*(?:: | - ))?/, "")}`;
  return text.replace(/^'(.*)'$/, "$1");
}

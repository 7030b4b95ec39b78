import { readdirSync } from "node:fs";
import type { Row } from "./row.js";

/**
 * `npm run hostile`: runs the attacks named on the command line, or all, and prints how many were tried and how many
 * held. The stops are a soak with options of its own: `npm run hostile -- stops --stops 100`.
 */
const asked = process.argv.slice(2);
if (asked[0] === "stops") await (await import("./stops.js")).hostile(asked.slice(1));
else await attacks(asked);

async function attacks(names: readonly string[]): Promise<void> {
  const known = readdirSync(new URL(".", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  if (names.some((name) => !known.includes(name))) {
    console.error(`Usage: npm run hostile [-- <name>], where <name> is one of: ${known.join(", ")}, stops`);
    process.exit(2);
  }
  const rows: Row[] = [];
  for (const name of names.length > 0 ? names : known) {
    const { attack } = (await import(`./${name}/attack.ts`)) as { attack(): Promise<Row[]> };
    rows.push(...(await attack()));
  }
  print(rows);
  process.exit(rows.some(({ failures }) => failures.length > 0) ? 1 : 0);
}

function print(rows: readonly Row[]): void {
  console.log("\n| attempts | tried | held |\n| --- | ---: | ---: |");
  for (const { what, tried, held } of rows) console.log(`| ${what} | ${tried} | ${held} |`);
  for (const { what, failures } of rows)
    for (const failure of failures) console.log(`FAILED ${what}: ${failure}`);
}

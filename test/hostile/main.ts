import { readdirSync } from "node:fs";
import type { Row } from "./row.js";

/**
 * `npm run hostile`: runs the attacks named on the command line, or all, and prints how many were tried and how many
 * held. Stops, soak and cells are apart, with options of their own: `npm run hostile -- stops --stops 100`.
 */
const asked = process.argv.slice(2);
const apart = {
  stops: () => import("./stops.js"),
  soak: () => import("./soak.js"),
  cells: () => import("./cells.js"),
};
if (Object.hasOwn(apart, asked[0] ?? "")) await alone(asked[0] as keyof typeof apart, asked.slice(1));
else await attacks(asked);

async function alone(name: keyof typeof apart, options: readonly string[]): Promise<void> {
  const { hostile } = await apart[name]();
  await hostile(options);
}

async function attacks(names: readonly string[]): Promise<void> {
  const known = readdirSync(new URL(".", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  if (names.some((name) => !known.includes(name))) {
    console.error(
      `Usage: npm run hostile [-- <name>], where <name> is one of: ${known.join(", ")}, ${Object.keys(apart).join(", ")}`,
    );
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

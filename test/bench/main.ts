import { readdirSync } from "node:fs";

/** Runs the benchmarks named on the command line, or says which there are. */
const names = process.argv.slice(2);
const known = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => file.replace(/\.ts$/, ""));

const unknown = names.filter((name) => !known.includes(name));
if (names.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run bench -- <name>, where <name> is one of: ${known.join(", ")}`);
  process.exit(2);
}
for (const name of names) {
  const { bench } = (await import(`./${name}.ts`)) as { bench(): Promise<void> };
  await bench();
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One thing that is needed: whether it is there, and what is said where it is not. */
export type Part = readonly [isThere: boolean, missing: string];

/** What is missing, each a line that names the thing it is missing from. */
export function missingOf(what: string, parts: readonly Part[]): string[] {
  return parts.flatMap(([isThere, missing]) => (isThere ? [] : [`${what}: ${missing}`]));
}

/** The text of a file, relative to the root; "" where there is none. */
export function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The TypeScript files below a folder, relative to the root. */
export function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")));
}

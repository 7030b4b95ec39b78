import { readFileSync } from "node:fs";
import { parseFixture, type Fixture } from "../../kernel/aen/parity/fixture.js";

/** A file of test/parity/fixtures. */
export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8")) as T;
}

/** Recorded values of the published code; see kernel/aen/SPEC.md, section 10. */
export function readFixture(config: "small" | "full"): Fixture {
  return parseFixture(readFileSync(new URL(`fixtures/fixtures-${config}.json`, import.meta.url), "utf8"));
}

import { execFileSync } from "node:child_process";
import type { Context } from "mocha";
import { skipBecause } from "../../../../skipBecause.js";

const python = "/usr/bin/python3";

/** What a Python program prints as JSON, given `input` as JSON on its standard input. */
export function fromPython<Answer>(program: string, input: unknown): Answer {
  const text = execFileSync(python, ["-c", program], { input: JSON.stringify(input), encoding: "utf8" });
  return JSON.parse(text) as Answer;
}

/** Skips a test, saying why, where Python lacks a module. */
export function needsPython(test: Context, ...modules: string[]): void {
  try {
    execFileSync(python, ["-c", modules.map((name) => `import ${name}`).join("\n")], { stdio: "ignore" });
  } catch {
    skipBecause(test, `${python} cannot import ${modules.join(", ")}`);
  }
}

import type { Command } from "commander";
import type { Finding } from "../doctor/finding.js";
import { tellingErrors } from "./userErrors.js";

/** `aen doctor`: what this machine can do, and how to get what is missing. */
export function register(program: Command): void {
  program
    .command("doctor")
    .description(
      "show what this machine can do (devices, ffmpeg, Jupyter, VS Code) and how to get what is missing",
    )
    .option("--json", "print the findings as JSON")
    .option("--clear-cache", "first delete the compiled steps that are cached on disk")
    .action((options: DoctorOptions) => tellingErrors(() => doctor(options)));
}

interface DoctorOptions {
  readonly json?: boolean;
  readonly clearCache?: boolean;
}

async function doctor({ json, clearCache }: DoctorOptions): Promise<void> {
  if (clearCache) {
    const { clearStepCache } = await import("../doctor/stepCache.js");
    console.error(await clearStepCache());
  }
  const { examine } = await import("../doctor/examine.js");
  const findings = await examine(process.cwd());
  console.log(json ? JSON.stringify(findings, null, 2) : findings.map(formatted).join("\n"));
  if (findings.some(({ state }) => state === "needed")) process.exitCode = 1;
}

const marks = { ready: "✓", missing: "–", needed: "✗" } as const;

function formatted({ subject, state, detail, remedy }: Finding): string {
  const line = `${marks[state]} ${subject.padEnd(12)} ${detail}`;
  return remedy === undefined ? line : `${line}\n  ${" ".repeat(12)} ${remedy}`;
}

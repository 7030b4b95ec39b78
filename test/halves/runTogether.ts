import { spawn } from "node:child_process";
import { closingLine, type Count, countOf } from "./count.js";

/** A test run in a process of its own, as long as it lasts. */
interface Run {
  /** What it has written so far. */
  output: string;
  readonly ended: Promise<number | null>;
}

/**
 * Runs mocha several times side by side. What the runs write is shown one run after another: the first at once, the
 * next from its beginning when the one before has ended. Closes with the line of test/reporter.cjs for all together.
 *
 * @param runs the arguments of each mocha
 * @param stop ends them when aborted
 * @returns the exit status: 0 if every run had 0, and a count
 */
export async function runTogether(
  runs: readonly string[][],
  show: (text: string) => void,
  stop?: AbortSignal,
): Promise<number> {
  let shown = 0;
  const begun = runs.map((given, index) => begin(given, stop, (text) => index === shown && show(text)));
  const counts: Count[] = [];
  let status = 0;
  for (const run of begun) {
    if (shown > 0) show(run.output);
    const code = await run.ended;
    const count = countOf(run.output);
    if (code !== 0 || !count) status = 1;
    counts.push(count ?? died(code, show));
    shown++;
  }
  show(`\n${closingLine(counts)}\n`);
  return status;
}

function begin(given: readonly string[], stop: AbortSignal | undefined, onText: (text: string) => void): Run {
  // The command `mocha` would start a further process, which a stop of the first leaves running.
  const mocha = ["--import=tsx", "node_modules/mocha/lib/cli/cli.js", ...given];
  const started = spawn(process.execPath, mocha, { stdio: ["ignore", "pipe", "pipe"] });
  stop?.addEventListener("abort", () => started.kill());
  const run: Run = { output: "", ended: new Promise((end) => started.once("close", end)) };
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      run.output += text;
      onText(text);
    });
  return run;
}

function died(code: number | null, show: (text: string) => void): Count {
  show(`\nThe tests above ended before their count (exit status ${code ?? "none, by a signal"}).\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}

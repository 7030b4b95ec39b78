import { spawn } from "node:child_process";
import { closingLine, type Count, countOf, failuresOf } from "./count.js";
import { afterSecondTry, filesToTryAgain } from "./secondTry.js";

/** A test run in a process of its own, as long as it lasts. */
interface Run {
  /** What it has written so far. */
  output: string;
  readonly ended: Promise<number | null>;
}

/**
 * Runs mocha several times side by side. What the runs write is shown one run after another: the first at once, the
 * next from its beginning when the one before has ended. Files with a few failures are then run once more, alone: what
 * passes there counts as passed, and is named. Closes with the line of test/reporter.cjs for all together.
 *
 * @param runs the arguments of each mocha
 * @param stop ends them when aborted
 * @returns the exit status: 0 if every run had 0 or only failures that passed at the second try, and a count
 */
export async function runTogether(
  runs: readonly string[][],
  show: (text: string) => void,
  stop?: AbortSignal,
): Promise<number> {
  let shown = 0;
  const begun = runs.map((given, index) => begin(given, stop, (text) => index === shown && show(text)));
  const counts: Count[] = [];
  let whole = true;
  for (const run of begun) {
    if (shown > 0) show(run.output);
    const code = await run.ended;
    const count = countOf(run.output);
    // mocha's exit status is the number of failures; any other says that something else went wrong
    if (!count || (count.failed === 0 && code !== 0)) whole = false;
    counts.push(count ?? died(code, show));
    shown++;
  }
  if (whole && !stop?.aborted) counts.push(await tryAgain(begun, counts, show, stop));
  show(`\n${closingLine(counts)}\n`);
  return whole && counts.reduce((failed, count) => failed + count.failed, 0) === 0 ? 0 : 1;
}

/** Runs the files with failures once more; returns what that changes in the counts. */
async function tryAgain(
  begun: readonly Run[],
  counts: readonly Count[],
  show: (text: string) => void,
  stop?: AbortSignal,
): Promise<Count> {
  const failures = begun.flatMap(({ output }) => failuresOf(output));
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const files = filesToTryAgain(failed, failures);
  if (files.length === 0) {
    for (const { file, name } of failures) show(`failed: ${file}: ${name}\n`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
  show(`\nOnce more, alone: ${files.join(", ")}\n`);
  const run = begin(files, stop, show);
  const code = await run.ended;
  const second = countOf(run.output) ?? died(code, show);
  const { change, passed } = afterSecondTry(failures, {
    failures: failuresOf(run.output),
    failed: second.failed,
  });
  for (const test of passed) show(`passed only at the second try: ${test}\n`);
  return change;
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

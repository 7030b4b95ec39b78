import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ChildProcessKernel } from "../../kernel/protocol/childProcessKernel.js";

const rounds = 3;

/**
 * Seconds that a cell prints 20,000 and 100,000 lines of 110 characters: in the kernel alone, until its reply, and in
 * `aen run`, as that tells it, the notebook's text included (medians, alternating).
 */
export async function bench(): Promise<void> {
  execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
  for (const lines of [20_000, 100_000]) {
    const found: Record<"kernel" | "run", number[]> = { kernel: [], run: [] };
    for (let round = 0; round < rounds; round++) {
      found.kernel.push(await inKernel(printing(lines)));
      found.run.push(inRun(printing(lines)));
    }
    const [kernel, run] = [median(found.kernel), median(found.run)];
    console.log(
      JSON.stringify({ lines, kernelSeconds: kernel, runSeconds: run, runOverKernel: run / kernel }),
    );
  }
}

function printing(lines: number): string {
  return `for (let i = 0; i < ${lines}; i++) console.log("x".repeat(110))`;
}

async function inKernel(code: string): Promise<number> {
  const entry = path.resolve("dist/kernel/protocol/childProcessEntry.js");
  const kernel = await ChildProcessKernel.start({ entry, cwd: tmpdir() });
  try {
    await kernel.execute("0", { onOutput() {} });
    const started = performance.now();
    await kernel.execute(code, { onOutput() {} });
    return (performance.now() - started) / 1000;
  } finally {
    await kernel.close();
  }
}

function inRun(code: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
  const file = path.join(folder, "lines.ipynb");
  const cells = ["0", code].map((source, index) => ({
    ...{ id: `cell-${index}`, cell_type: "code", source, metadata: {}, outputs: [], execution_count: null },
  }));
  writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  const run = spawnSync(process.execPath, ["dist/kernel/cli.js", "run", file], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  rmSync(folder, { recursive: true, force: true });
  const [, seconds] = /\[2\/2\] ok after ([\d.]+) s/.exec(run.stderr) ?? [];
  if (seconds === undefined) throw new Error(run.stderr.slice(-2000));
  return Number(seconds);
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

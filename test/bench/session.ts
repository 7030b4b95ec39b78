import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

interface Measured {
  readonly ready: number;
  readonly first: number;
  readonly cell: number;
  readonly complete: number;
  readonly lines: number;
  readonly resident: number;
}

const rounds = 3;
const manyCells = 6000;

/**
 * Start to ready (kernel_info answered), the first cell, a trivial cell and a completion (medians of 50), 100,000 printed lines
 * and resident memory: this kernel beside tslab and Debian's ipykernel, under one client, alternating. Then this kernel's
 * memory over many small cells.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
  const env = {
    ...process.env,
    JUPYTER_PATH: path.join(folder, "share", "jupyter"),
    PYDEVD_DISABLE_FILE_VALIDATION: "1",
  };
  execFileSync(process.execPath, ["dist/kernel/cli.js", "jupyter", "install", "--prefix", folder], {
    stdio: "ignore",
  });
  installTslab(folder);
  const found: Record<string, Measured[]> = { aen: [], tslab: [], python3: [] };
  for (let round = 0; round < rounds; round++)
    for (const kernel of Object.keys(found)) found[kernel].push(measure(kernel, folder, env));
  for (const [kernel, measured] of Object.entries(found)) report(kernel, measured, found);
  const { level } = measure<{ level: number[] }>("aen", folder, env, String(manyCells));
  print({ kernel: "aen", residentMegabytesAfterEachThousandSmallCells: level, most: Math.max(...level) });
  rmSync(folder, { recursive: true, force: true });
}

function measure<T = Measured>(kernel: string, cwd: string, env: NodeJS.ProcessEnv, ...more: string[]): T {
  const script = path.resolve("test/bench/session.py");
  const { stdout, stderr, status } = spawnSync("/usr/bin/python3", [script, kernel, ...more], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 1_200_000,
  });
  if (status !== 0) throw new Error(`${kernel}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as T;
}

function installTslab(folder: string): void {
  const kernels = path.join(folder, "share", "jupyter", "kernels", "tslab");
  mkdirSync(kernels, { recursive: true });
  const tslab = path.join(
    path.dirname(createRequire(import.meta.url).resolve("tslab/package.json")),
    "bin",
    "tslab",
  );
  const argv = [process.execPath, tslab, "kernel", "--config-path={connection_file}"];
  writeFileSync(
    path.join(kernels, "kernel.json"),
    JSON.stringify({ argv, display_name: "tslab", language: "typescript" }),
  );
}

function report(kernel: string, measured: Measured[], all: Record<string, Measured[]>): void {
  const of = (name: keyof Measured, from = measured) => median(from.map((each) => each[name]));
  const row = {
    kernel,
    startSeconds: of("ready"),
    startAndFirstCellSeconds: of("ready") + of("first"),
    trivialCellMilliseconds: of("cell") * 1000,
    completionMilliseconds: kernel === "tslab" ? "not measured" : of("complete") * 1000,
    hundredThousandLinesSeconds: kernel === "tslab" ? "loses lines" : of("lines"),
    residentMegabytes: of("resident"),
    startOverTslab: of("ready") / of("ready", all.tslab),
    startAndFirstCellOverTslab:
      (of("ready") + of("first")) / (of("ready", all.tslab) + of("first", all.tslab)),
    cellOverIpykernel: of("cell") / of("cell", all.python3),
    linesOverIpykernel: kernel === "tslab" ? null : of("lines") / of("lines", all.python3),
  };
  print(row);
}

function print(row: object): void {
  console.log(
    JSON.stringify(row, (_, value: unknown) =>
      typeof value === "number" ? Number(value.toPrecision(3)) : value,
    ),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import path from "node:path";

/** Runs `aen` from the sources; gives back its exit status and what it printed. */
export function aen(...args: string[]): SpawnSyncReturns<string> {
  const cli = ["--import", "tsx", path.resolve("kernel/cli.ts")];
  return spawnSync(process.execPath, [...cli, ...args], { encoding: "utf8" });
}

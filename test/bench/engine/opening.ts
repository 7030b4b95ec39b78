import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { row } from "./row.js";

interface Opened {
  readonly trace: number;
  readonly session: number;
  readonly sum: number;
}

const script = fileURLToPath(new URL("./openStep.ts", import.meta.url));

/** Trace and session of the full-size step in fresh processes, with an empty cache and from the cache. */
export async function opening(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "aen-bench-"));
  try {
    const [cold, cached]: [Opened[], Opened[]] = [[], []];
    for (let i = 0; i < 3; i++) {
      cold.push(await open(path.join(folder, String(i))));
      cached.push(await open(path.join(folder, String(i))));
    }
    const [first, next] = [middle(cold), middle(cached)];
    const what = "published, full, trace and session";
    row({ what, ratio: next.sum / first.sum, cold: first, cached: next });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function open(cache: string): Promise<Opened> {
  const env = { ...process.env, AEN_CACHE: cache };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], { env });
  const { trace, session } = JSON.parse(stdout) as { trace: number; session: number };
  return { trace, session, sum: trace + session };
}

const middle = (runs: readonly Opened[]) => [...runs].sort((a, b) => a.sum - b.sum)[1];

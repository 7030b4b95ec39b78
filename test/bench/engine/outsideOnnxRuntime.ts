import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PreparedStep } from "./aenStep.js";
import { median, ownPeer, type Taken } from "./peers.js";

/** Of ONNX Runtime's profile; begin and duration in microseconds. */
export interface ProfileEvent {
  readonly cat: string;
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
  readonly args?: { readonly op_name?: string; readonly provider?: string };
}

/** What each run of a step took, the first one too, and ONNX Runtime's own profile of all of them. */
export interface ProfiledRuns {
  readonly runs: readonly Taken[];
  readonly events: readonly ProfileEvent[];
}

/** Runs a step that is made with the path prefix of a profile once and `rounds` times more. */
export async function profiledRuns(
  make: (profile: string) => PreparedStep,
  rounds: number,
): Promise<ProfiledRuns> {
  const folder = await mkdtemp(path.join(tmpdir(), "aen-bench-"));
  try {
    const prepared = make(path.join(folder, "step"));
    const peer = ownPeer("engine", prepared.run, prepared.close);
    const runs: Taken[] = [];
    for (let i = 0; i <= rounds; i++) runs.push(await peer.step());
    await peer.close();
    const [file] = await readdir(folder);
    return { runs, events: JSON.parse(await readFile(path.join(folder, file), "utf8")) as ProfileEvent[] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The median of what a step takes outside of ONNX Runtime, in JavaScript and in the binding, in milliseconds. */
export async function outsideOnnxRuntime(
  make: (profile: string) => PreparedStep,
  rounds: number,
): Promise<number> {
  const { runs, events } = await profiledRuns(make, rounds);
  const inside = events.filter(({ name }) => name === "model_run").map(({ dur }) => dur / 1000);
  return median(runs.map(({ wall }, i) => 1000 * wall - inside[i]).slice(1));
}

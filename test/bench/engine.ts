import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as tf from "@tensorflow/tfjs-core";
import type { PresetName } from "../../kernel/aen/model/presets.js";
import { aenStep } from "./engine/aenStep.js";
import { convolutionTable } from "./engine/convolutions.js";
import { alternate, median, ownPeer, pytorchPeer } from "./engine/peers.js";

const rounds = Number(process.env.ROUNDS ?? 5);

const rows: Readonly<Record<string, () => Promise<void>>> = {
  opening,
  full: () => againstPytorch("published", "full"),
  backbone: () => againstPytorch("published", "backbone"),
  small: () => againstPytorch("small", "full"),
  convolutions: async () => console.log(await convolutionTable()),
  "eager-tiny": () => againstEager("tiny"),
  "eager-small": () => againstEager("small"),
  "eager-full": () => againstEager("published"),
};

/** Only when asked for: minutes a step, or a table in place of rows. */
const slow = ["eager-full", "convolutions"];

/**
 * AEN's training step, compiled, against PyTorch and against eager tfjs: medians of steps that alternate. One
 * JSON line a row; `ratio` is ours divided by the peer's. ROWS=full,backbone chooses rows, ROUNDS=9 how many steps,
 * ROWS=convolutions prints a table: GFLOP/s of each kind of convolution in the backbone, by pass.
 */
export async function bench(): Promise<void> {
  await tf.setBackend("cpu");
  const chosen = process.env.ROWS?.split(",") ?? Object.keys(rows).filter((name) => !slow.includes(name));
  const unknown = chosen.filter((name) => !(name in rows));
  if (unknown.length > 0) throw new RangeError(`ROWS knows ${Object.keys(rows).join(", ")}, not ${unknown}.`);
  for (const name of chosen) await rows[name]();
}

async function againstPytorch(preset: PresetName, part: "full" | "backbone"): Promise<void> {
  const prepared = aenStep(preset, part, { device: "cpu" });
  await prepared.run();
  const ours = ownPeer("engine", prepared.run, prepared.close);
  const peer = await pytorchPeer(prepared.model.configuration, 2, part);
  const [engine, pytorch] = await alternate([ours, peer], rounds);
  const memory = {
    residentMegabytes: process.memoryUsage().rss / 1e6,
    peakResidentMegabytes: process.resourceUsage().maxRSS / 1e3,
  };
  await Promise.all([ours.close(), peer.close()]);
  row({
    what: `${preset}, ${part}, against PyTorch`,
    ratio: engine.wall / pytorch.wall,
    processorRatio: engine.processor / pytorch.processor,
    engine,
    pytorch,
    ...memory,
    javascriptAndBindingMilliseconds: await outsideOnnxRuntime(preset, part),
  });
}

/** Medians of what a step takes outside of ONNX Runtime: in JavaScript and in the binding; from ONNX Runtime's profile. */
async function outsideOnnxRuntime(preset: PresetName, part: "full" | "backbone"): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "aen-bench-"));
  try {
    const prepared = aenStep(preset, part, { device: "cpu", profile: path.join(folder, "step") });
    const walls: number[] = [];
    for (let i = 0; i <= rounds; i++) {
      const began = performance.now();
      await prepared.run();
      walls.push(performance.now() - began);
    }
    await prepared.close();
    const [file] = await readdir(folder);
    const events = JSON.parse(await readFile(path.join(folder, file), "utf8")) as ProfileEvent[];
    const inside = events.filter(({ name }) => name === "model_run").map(({ dur }) => dur / 1000);
    return median(walls.map((wall, i) => wall - inside[i]).slice(1));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Of ONNX Runtime's profile; durations in microseconds. */
interface ProfileEvent {
  readonly name: string;
  readonly dur: number;
}

async function againstEager(preset: PresetName): Promise<void> {
  const compiled = aenStep(preset, "full", { device: "cpu" });
  const eager = aenStep(preset, "full", { device: "tensorflow" });
  const peers = [
    ownPeer("engine", compiled.run, compiled.close),
    ownPeer("tfjs cpu", eager.run, eager.close),
  ];
  const [engine, tfjs] = await alternate(peers, preset === "tiny" ? 3 : 1, preset === "tiny" ? 2 : 1);
  row({
    what: `${preset}, full, against tfjs cpu`,
    ratio: engine.wall / tfjs.wall,
    timesFaster: tfjs.wall / engine.wall,
    engine,
    tfjs,
  });
  for (const peer of peers) await peer.close();
}

/** Trace and session of the full-size step in fresh processes, with an empty cache and from the cache. */
async function opening(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "aen-bench-"));
  const script = fileURLToPath(new URL("./engine/openStep.ts", import.meta.url));
  const open = async (cache: string) => {
    const env = { ...process.env, AEN_CACHE: cache };
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], { env });
    const { trace, session } = JSON.parse(stdout) as { trace: number; session: number };
    return { trace, session, sum: trace + session };
  };
  try {
    const [cold, cached] = [[], []] as Awaited<ReturnType<typeof open>>[][];
    for (let i = 0; i < 3; i++) {
      cold.push(await open(path.join(folder, String(i))));
      cached.push(await open(path.join(folder, String(i))));
    }
    const middle = (runs: typeof cold) => runs.sort((a, b) => a.sum - b.sum)[1];
    const [first, next] = [middle(cold), middle(cached)];
    row({
      what: "published, full, trace and session",
      ratio: next.sum / first.sum,
      cold: first,
      cached: next,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function row(values: object): void {
  console.log(
    JSON.stringify({ bench: "engine", ...values }, (_, value) =>
      typeof value === "number" ? Number(value.toPrecision(4)) : value,
    ),
  );
}

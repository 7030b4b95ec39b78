import * as tf from "@tensorflow/tfjs-core";
import type { PresetName } from "../../kernel/aen/model/presets.js";
import { aenStep, type StepPart } from "./engine/aenStep.js";
import { againstPytorch, luck } from "./engine/againstPytorch.js";
import { convolutionTable } from "./engine/convolutions.js";
import { opening } from "./engine/opening.js";
import { overhead } from "./engine/overhead.js";
import { alternate, ownPeer } from "./engine/peers.js";
import { row } from "./engine/row.js";

const rounds = Number(process.env.ROUNDS ?? 5);
const processes = Number(process.env.PROCESSES ?? 5);

const against = (preset: PresetName, part: StepPart) => () =>
  againstPytorch(preset, part, { processes, rounds });

const rows: Readonly<Record<string, () => Promise<void>>> = {
  opening,
  full: against("published", "full"),
  backbone: against("published", "backbone"),
  clip: against("published", "clip"),
  small: against("small", "full"),
  overhead: () => overhead(["tiny", "small", "published"], rounds),
  processes: () => luck("published", "full", { processes, rounds }),
  convolutions: async () => console.log(await convolutionTable()),
  "eager-tiny": () => againstEager("tiny"),
  "eager-small": () => againstEager("small"),
  "eager-full": () => againstEager("published"),
};

/** Only when asked for: minutes a step, many processes, or a table in place of rows. */
const slow = ["eager-full", "processes", "convolutions"];

/**
 * AEN's training step, compiled, against every PyTorch of this machine and against eager tfjs, and the prediction of a clip.
 * One JSON line a row; `ratio` is ours divided by the fastest peer's. ROWS=full,backbone chooses rows; PROCESSES=5 says how many
 * processes of each side, ROUNDS=5 how many steps of each; ROWS=processes PROCESSES=40 shows the worst of many of ours;
 * ROWS=convolutions prints a table: GFLOP/s of each kind of convolution in the backbone, by pass.
 */
export async function bench(): Promise<void> {
  await tf.setBackend("cpu");
  const chosen = process.env.ROWS?.split(",") ?? Object.keys(rows).filter((name) => !slow.includes(name));
  const unknown = chosen.filter((name) => !(name in rows));
  if (unknown.length > 0) throw new RangeError(`ROWS knows ${Object.keys(rows).join(", ")}, not ${unknown}.`);
  for (const name of chosen) await rows[name]();
}

async function againstEager(preset: PresetName): Promise<void> {
  const compiled = aenStep(preset, "full", { device: "cpu" });
  const eager = aenStep(preset, "full", { device: "tensorflow" });
  const peers = [
    ownPeer("engine", compiled.run, compiled.close),
    ownPeer("tfjs cpu", eager.run, eager.close),
  ];
  const [engine, tfjs] = await alternate(peers, preset === "tiny" ? 3 : 1, preset === "tiny" ? 2 : 1);
  const [ratio, timesFaster] = [engine.wall / tfjs.wall, tfjs.wall / engine.wall];
  row({ what: `${preset}, full, against tfjs cpu`, ratio, timesFaster, engine, tfjs });
  for (const peer of peers) await peer.close();
}

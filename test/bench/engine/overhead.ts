import type { PresetName } from "../../../kernel/aen/model/presets.js";
import { trainingDefaults } from "../../../kernel/aen/training/trainOptions.js";
import { aenStep } from "./aenStep.js";
import { profiledRuns, type ProfiledRuns, type ProfileEvent } from "./outsideOnnxRuntime.js";
import { alternate, ownPeer } from "./peers.js";
import { row } from "./row.js";

/** Operators that only move or rearrange numbers. */
const moving = new Set([
  ...[
    "Cast",
    "Concat",
    "Expand",
    "Gather",
    "GatherElements",
    "Identity",
    "Pad",
    "ReorderInput",
    "ReorderOutput",
  ],
  ...["Reshape", "ScatterElements", "Slice", "Split", "Squeeze", "Transpose", "Unsqueeze"],
]);
const products = new Set(["Conv", "FusedConv", "FusedGemm", "FusedMatMul", "Gemm", "MatMul"]);

/**
 * Where the processor time of a training step goes, of each preset with its own batch and optimizer, on one thread. `fixed` is the
 * share that does not grow with the clips: starting kernels, JavaScript, the binding, and the update of the weights; it follows
 * from the processor time of a batch and of a quarter of it, in turns. `outside` is the part of a step that is not in ONNX Runtime.
 * Shares of processor time can be taken on a busy machine.
 */
export async function overhead(presets: readonly PresetName[], rounds: number): Promise<void> {
  for (const preset of presets) {
    const { batch: own, optimizer } = trainingDefaults[preset];
    const batch = preset === "published" ? 4 : own;
    const make = (clips: number, profile?: string) =>
      aenStep(preset, "full", { device: "cpu", threads: 1, profile }, { batch: clips, optimizer });
    const peers = [batch, batch / 4].map((clips) => {
      const { run, close } = make(clips);
      return ownPeer(`${clips} clips`, run, close);
    });
    const [all, quarter] = await alternate(peers, rounds);
    for (const peer of peers) await peer.close();
    const fixed = (4 * quarter.processor - all.processor) / 3;
    row({
      ...{ what: `${preset}, full, where processor time goes`, clips: batch },
      ...{ milliseconds: 1000 * all.processor, fixed: fixed / all.processor },
      ...partsOf(await profiledRuns((profile) => make(batch, profile), rounds)),
    });
  }
}

/** Of a profiled step, after the first; profiling adds some microseconds to each kernel. */
function partsOf({ runs, events }: ProfiledRuns): object {
  const kernels = events.filter(({ cat, name }) => cat === "Node" && name.endsWith("_kernel_time"));
  const [first, ...whole] = events.filter(({ name }) => name === "model_run").sort((a, b) => a.ts - b.ts);
  const counted = kernels.filter(({ ts }) => ts > first.ts + first.dur);
  const [all, inProducts, inMoves] = [
    counted,
    counted.filter(({ args }) => products.has(args?.op_name ?? "")),
    counted.filter(({ args }) => moving.has(args?.op_name ?? "")),
  ].map(seconds);
  return {
    kernels: counted.length / whole.length,
    outside: 1 - seconds(whole) / runs.slice(1).reduce((sum, { wall }) => sum + wall, 0),
    ofKernels: { products: inProducts / all, moves: inMoves / all, rest: 1 - (inProducts + inMoves) / all },
  };
}

const seconds = (events: readonly ProfileEvent[]) => events.reduce((sum, { dur }) => sum + dur, 0) / 1e6;

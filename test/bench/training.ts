import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs-core";
import sharp from "sharp";
import { ClipSet } from "../../kernel/aen/clips/clipSet.js";
import { FrameFolderClip } from "../../kernel/aen/sources/images/frameFolderClip.js";
import { syntheticClips } from "../../kernel/aen/synthetic/syntheticClips.js";
import { dfewLabels } from "../../kernel/aen/labels.js";
import { lossTerms } from "../../kernel/aen/losses/lossTerms.js";
import { model } from "../../kernel/aen/model/model.js";
import { configurationOf, type PresetName } from "../../kernel/aen/model/presets.js";
import { clipPhase } from "../../kernel/aen/training/clipPhase.js";
import { publishedOptimizer } from "../../kernel/aen/training/optimizer.js";
import { prefetch } from "../../kernel/aen/training/prefetch.js";
import { CachedPseudoLabels, ComputedPseudoLabels } from "../../kernel/aen/training/pseudoLabels.js";
import { planTraining } from "../../kernel/aen/training/trainOptions.js";
import { alternate, ownPeer, pythonPeer, type Peer } from "./engine/peers.js";

const rounds = Number(process.env.ROUNDS ?? 5);
const clipCount = Number(process.env.CLIPS ?? 16);
const batch = Number(process.env.BATCH ?? 4);
const presets = (process.env.PRESETS ?? "small").split(",") as PresetName[];

/**
 * A whole epoch of training on clips, from JPEG files to updated weights, with and without the cache of pseudo
 * labels, against PyTorch (training.py), which recomputes the frozen model in every step as the published script
 * does. Same network sizes, loss and optimizer, two threads, one thread or process for loading, no augmentation.
 * Epochs alternate; medians. One JSON line a row; `timeRatio` is our time divided by PyTorch's. Our loader keeps
 * decoded frames in memory after the first epoch; filling the cache is paid once a training (`cacheSeconds`).
 * PRESETS, CLIPS, BATCH and ROUNDS change the sizes.
 */
export async function bench(): Promise<void> {
  await tf.setBackend("cpu");
  for (const preset of presets) await compare(preset);
}

async function compare(preset: PresetName): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-training-"));
  const configuration = configurationOf(preset);
  const clips = await writeClips(folder, 2 * configuration.size, configuration.frames);
  const cached = await ownTraining("cached pseudo labels", preset, clips, true);
  const computed = await ownTraining("pseudo labels in every step", preset, clips, false);
  const script = fileURLToPath(new URL("training.py", import.meta.url));
  const sizes = { ...configuration, batch, part: "full", threads: 2, folder };
  const pytorch = pythonPeer("PyTorch", script, sizes, "epoch");
  const peers = [cached, computed, pytorch];
  try {
    const results = await alternate(peers, rounds);
    const reference = results[2];
    for (const { name, wall, processor } of results) {
      row({
        ...{ preset, way: name, clips: clipCount, batch, clipsPerSecond: clipCount / wall },
        ...{ timeRatio: wall / reference.wall, processorRatio: processor / reference.processor },
        ...(name === cached.name ? { cacheSeconds: cached.cacheSeconds } : {}),
      });
    }
  } finally {
    for (const peer of peers) await peer.close();
    rmSync(folder, { recursive: true });
  }
}

/** Each `step` of this peer is one epoch. */
async function ownTraining(
  name: string,
  preset: PresetName,
  clips: ClipSet,
  cache: boolean,
): Promise<Peer & { readonly cacheSeconds: number }> {
  const network = model(preset);
  network.freezeFrameModel();
  const plan = planTraining(network.configuration, {
    ...{ device: "cpu", batch, augment: false, learningRate: 0.001 },
    ...{ loss: lossTerms(), optimizer: publishedOptimizer },
  });
  const start = performance.now();
  const pseudoLabels = cache
    ? await CachedPseudoLabels.compute(network, clips, "cpu")
    : new ComputedPseudoLabels(network, "cpu");
  const cacheSeconds = (performance.now() - start) / 1000;
  const work = clipPhase(network, clips, plan, pseudoLabels);
  let epoch = 0;
  const run = async () => {
    const scalars = work.optimizer.scalars(1, work.learningRate);
    for await (const { inputs } of prefetch(work.feeds(epoch++, 0))) {
      const { loss } = await work.step.run({ ...inputs, ...scalars });
      if (!Number.isFinite(loss.data[0])) throw new Error(`${name}: the loss is no finite number.`);
    }
  };
  const close = async () => {
    await work.dispose();
    network.dispose();
  };
  return { ...ownPeer(name, run, close), cacheSeconds };
}

/** Drawn faces as JPEG files, one folder a clip, clip i with label i mod 7. */
async function writeClips(folder: string, size: number, frames: number): Promise<ClipSet> {
  const { clips } = await syntheticClips({ perEmotion: 1, identities: 1, size, frames });
  const numbers = Array.from({ length: frames }, (_, frame) => frame);
  const written: FrameFolderClip[] = [];
  for (let index = 0; index < clipCount; index++) {
    const place = path.join(folder, String(index).padStart(4, "0"));
    mkdirSync(place);
    const { data } = await clips[index % clips.length].read(numbers);
    const files = numbers.map((frame) => path.join(place, `${String(frame).padStart(3, "0")}.jpg`));
    for (const [frame, file] of files.entries()) {
      const pixels = data.subarray(frame * size * size * 3, (frame + 1) * size * size * 3);
      const picture = sharp(pixels, { raw: { width: size, height: size, channels: 3 } });
      await picture.jpeg({ quality: 90 }).toFile(file);
    }
    written.push(new FrameFolderClip(files, { id: `clip ${index}`, label: index % 7 }));
  }
  return new ClipSet(written, dfewLabels);
}

function row(values: object): void {
  console.log(
    JSON.stringify({ bench: "training", ...values }, (_, value) =>
      typeof value === "number" ? Number(value.toPrecision(4)) : value,
    ),
  );
}

import * as tf from "@tensorflow/tfjs-core";
import type { PresetName } from "../../kernel/aen/model/presets.js";
import { aenStep } from "./engine/aenStep.js";
import { alternate, ownPeer, pytorchPeer } from "./engine/peers.js";

const rounds = Number(process.env.ROUNDS ?? 5);

/**
 * AEN's training step, compiled, against PyTorch and against eager tfjs: medians of steps that alternate. One
 * JSON line a row; `ratio` is ours divided by the peer's. EAGER=1 adds eager tfjs at full size (minutes).
 */
export async function bench(): Promise<void> {
  await tf.setBackend("cpu");
  await againstPytorch("published", "full");
  await againstPytorch("published", "backbone");
  await againstPytorch("small", "full");
  await againstEager("tiny");
  await againstEager("small");
  if (process.env.EAGER) await againstEager("published");
}

async function againstPytorch(preset: PresetName, part: "full" | "backbone"): Promise<void> {
  const start = performance.now();
  const prepared = aenStep(preset, part, { device: "cpu" });
  await prepared.run();
  const cold = (performance.now() - start) / 1000;
  const ours = ownPeer("engine", prepared.run, prepared.close);
  const peer = await pytorchPeer(prepared.model.configuration, 2, part);
  const [engine, pytorch] = await alternate([ours, peer], rounds);
  row({
    what: `${preset}, ${part}`,
    engine,
    pytorch,
    wallRatio: engine.wall / pytorch.wall,
    processorRatio: engine.processor / pytorch.processor,
    modelTraceSessionAndFirstStep: cold,
    residentMegabytes: process.memoryUsage().rss / 1e6,
  });
  await Promise.all([ours.close(), peer.close()]);
}

async function againstEager(preset: PresetName): Promise<void> {
  const compiled = aenStep(preset, "full", { device: "cpu" });
  const eager = aenStep(preset, "full", { device: "tensorflow" });
  const peers = [
    ownPeer("engine", compiled.run, compiled.close),
    ownPeer("tfjs cpu", eager.run, eager.close),
  ];
  const [engine, tfjs] = await alternate(peers, preset === "tiny" ? 3 : 1);
  row({ what: `${preset}, full`, engine, tfjs, timesFaster: tfjs.processor / engine.processor });
  for (const peer of peers) await peer.close();
}

function row(values: object): void {
  console.log(
    JSON.stringify({ bench: "engine", ...values }, (_, value) =>
      typeof value === "number" ? Number(value.toPrecision(4)) : value,
    ),
  );
}

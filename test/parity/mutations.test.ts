import assert from "node:assert/strict";
import type { ArrayValue } from "../../kernel/engine/contract.js";
import { compareFixture } from "../../kernel/aen/parity/compareFixture.js";
import type { ParityOptions } from "../../kernel/aen/parity/comparison.js";
import { isWithin } from "../../kernel/aen/parity/deviation.js";
import { readFixture, readJson } from "./fixtures.js";

/** The same values with two axes' entries put in another order. */
function reordered(
  clips: ArrayValue,
  source: (b: number, t: number, channel: number) => number[],
): ArrayValue {
  const [batch, frames, size] = clips.shape;
  const data = new Float32Array(clips.data.length);
  const area = size * size;
  for (let b = 0; b < batch; b += 1) {
    for (let t = 0; t < frames; t += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        const [fromB, fromT, fromChannel] = source(b, t, channel);
        for (let pixel = 0; pixel < area; pixel += 1) {
          const to = ((b * frames + t) * area + pixel) * 3 + channel;
          data[to] = clips.data[((fromB * frames + fromT) * area + pixel) * 3 + fromChannel];
        }
      }
    }
  }
  return { ...clips, data };
}

function frameMajor(clips: ArrayValue): ArrayValue {
  const [batch, frames] = clips.shape;
  return reordered(clips, (b, t, channel) => {
    const row = b * frames + t;
    return [row % batch, Math.floor(row / batch), channel];
  });
}

/** Each mistake of facts.json as a choice that the code offers. */
const mutations: Readonly<Record<string, ParityOptions>> = {
  "BN eps 1e-3": { configuration: { batchNormEpsilon: 1e-3 } },
  "BN momentum 0.01": { configuration: { batchNormMomentum: 0.01 } },
  "LN eps 1e-6": { configuration: { layerNormEpsilon: 1e-6 } },
  "GELU erf": { configuration: { gelu: "erf" } },
  "attention scale by model dim": { configuration: { attentionScale: "width" } },
  "softmax over other axis low": { configuration: { fusionSoftmax: "key" } },
  "tap flatten HWC": { configuration: { tapOrder: "channel last" } },
  "head split order": { configuration: { headOrder: "element first" } },
  "frames reversed": {
    clips: (clips) => reordered(clips, (b, t, channel) => [b, clips.shape[1] - 1 - t, channel]),
  },
  "frame-major batch": { clips: frameMajor },
  "RGB->BGR": { clips: (clips) => reordered(clips, (b, t, channel) => [b, t, 2 - channel]) },
  "frozen in train mode": { frozenTraining: true },
  nesterov: { optimizer: { kind: "sgd", momentum: 0.9, weightDecay: 1e-4, nesterov: true } },
  "no weight decay": { optimizer: { kind: "sgd", momentum: 0.9, weightDecay: 0 } },
  "weight decay on gradient-less params": {
    optimizer: { kind: "sgd", momentum: 0.9, weightDecay: 1e-4, decayWithoutGradient: true },
  },
  "xs detached in transfer loss": { loss: { transferPulls: "class vectors" } },
  "softmaxed frame scores": { loss: { frameScore: "probability" } },
  "frame mean instead of sum for E": { loss: { energyPooling: "mean" } },
  "energy1 group sum": { loss: { energyGroupShare: "sum" } },
  "softmax instead of sigmoid energy2": { loss: { energyActivation: "softmax" } },
  "no extra /D level0": { loss: { transferDivision: "none" } },
  "level2 instead of level1": { loss: { transferLevels: [0, 2, 3] } },
  "PG group sum": { loss: { clipGroupScore: "sum" } },
};

/** Mistakes that share the switch of another: both cross-level softmaxes turn together. */
const sharedSwitch = ["softmax over other axis high"];

describe("parity notices", () => {
  const facts = readJson<{ fixtureSensitivitySmall: { mistake: string }[] }>("facts");

  it("every mistake of facts.json, so each has its test here", () => {
    const known = [...Object.keys(mutations), ...sharedSwitch].sort();
    assert.deepEqual(known, facts.fixtureSensitivitySmall.map(({ mistake }) => mistake).sort());
  });

  for (const [mistake, options] of Object.entries(mutations)) {
    it(`the mistake "${mistake}"`, async function () {
      this.timeout(120_000);
      const deviations = await compareFixture(readFixture("small"), { ...options, untilOutside: true });
      const outside = deviations.filter((one) => !isWithin(one));
      assert.notEqual(outside.length, 0, "all records are still within their tolerance");
    });
  }
});

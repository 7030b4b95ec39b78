import assert from "node:assert/strict";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import type { TrainingBoardPayload } from "../../../../kernel/contracts/payloads/trainingBoard.js";
import { trainingBoardView } from "../../../../kernel/figures/bundles/trainingBoard.js";

const steps = Array.from({ length: 1000 }, (_, i) => ({
  step: i + 1,
  epoch: (i + 1) / 100,
  terms: { sentiment: 1 / (i + 1), energy: i === 999 ? NaN : 0.5 },
  total: 1,
  clipsPerSecond: 20,
}));
const validation = [0.3, 0.5, 0.4].map((uar, i) => ({ epoch: i + 1, uar, war: uar + 0.1 }));

describe("trainingBoardView", () => {
  it("thins long runs and keeps the last step", async () => {
    const bundle = await trainingBoardView({ run: "a", epochs: 12, steps, validation });
    const payload = bundle[viewMimeTypes["training-board"]] as TrainingBoardPayload;
    assert.ok(payload.steps.length <= 300);
    assert.equal(payload.steps.at(-1)!.step, 1000);
    assert.deepEqual(JSON.parse(JSON.stringify(payload)), payload);
  });

  it("marks the epoch with the highest UAR", async () => {
    const text = (await trainingBoardView({ run: "a", epochs: 12, steps, validation }))[
      "text/plain"
    ] as string;
    assert.match(text, /epoch {3}2 {2}UAR 50\.0 % {2}WAR 60\.0 % {2}best/);
  });

  it("draws a still picture of at most 100 points a line, with the figures of the last step", async () => {
    const bundle = await trainingBoardView({ run: "a", epochs: 12, steps, validation });
    const svg = bundle["image/svg+xml"] as string;
    const points = [...svg.matchAll(/ d="M([^"]*)" stroke/g)].map(
      ([, path]) => path.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/g)!.length / 2,
    );
    assert.ok(points.length >= 2 && Math.max(...points) <= 100 && Math.max(...points) > 80, points.join());
    const payload = bundle[viewMimeTypes["training-board"]] as TrainingBoardPayload;
    assert.ok(svg.includes(`>${payload.steps.at(-1)!.terms.sentiment!.toPrecision(3)}`), "the last figure");
  });

  it("draws before the first step", async () => {
    const bundle = await trainingBoardView({ run: "a", epochs: 12, steps: [], state: "waiting" });
    assert.match(bundle["text/plain"] as string, /Waiting · epoch 0 of 12\nno step yet/);
    assert.match(bundle["image/svg+xml"] as string, /^<svg /);
  });
});

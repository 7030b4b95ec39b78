import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import * as aen from "../../../../kernel/aen/index.js";
import { planStudy } from "../../../../kernel/aen/ablation/studyPlan.js";
import { missingEmotions } from "../../../../kernel/aen/training/missingEmotions.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("emotions without a clip to learn from", () => {
  const clips = patternClips(1);
  const { emotions } = clips.labels;
  const only = (...labels: (number | null)[]) => clips.filter(({ label }) => labels.includes(label));

  it("are none when each has one", () => {
    assert.equal(missingEmotions("The clips", clips), null);
  });

  it("are named, with their number", () => {
    assert.equal(
      missingEmotions("The clips", only(0, 1, 2, 3, 4)),
      `The clips have no example of ${emotions[5]}, ${emotions[6]} (2 of 7 emotions), which the network cannot learn to ` +
        "recognise.",
    );
  });

  it("leave nothing to learn when there is one emotion only", () => {
    assert.match(
      missingEmotions("The stills", only(3))!,
      new RegExp(`^The stills all show ${emotions[3]}:.*Check the labels\\.$`),
    );
  });

  it("are no matter of a set without labelled clips, which is refused elsewhere", () => {
    assert.equal(missingEmotions("The clips", new ClipSet([], clips.labels)), null);
  });

  it("are told by the run, under its cell and in its text, of its stills too", async () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    try {
      const run = await aen.train(aen.model(smallestModel), only(0, 1), {
        ...{ device: "cpu", batch: 2, epochs: 0, record: false },
        pretraining: { epochs: 0, stills: only(0) },
      });
      assert.equal(told.length, 2);
      assert.match(told[0], /^Note: The training clips have no example of .*\(5 of 7 emotions\)/);
      assert.match(told[1], /^Note: The stills of the pretraining all show/);
      assert.ok(told.every((text) => run.toString().includes(text)));
    } finally {
      console.warn = warn;
    }
  });

  it("are told by the plan of an ablation, for each fold that lacks some", () => {
    const base = { model: smallestModel, training: { pretraining: false as const } };
    const two = patternClips(2).filter(({ label, identity }) => label !== 6 || identity === "person 0");
    const plan = planStudy(base, {
      arms: [aen.arm("again", { training: { batch: 5 } })],
      data: two,
      folds: 2,
      seeds: 1,
    });
    assert.deepEqual(
      plan.warnings.filter((text) => text.includes(emotions[6])).map((text) => text.slice(0, 28)).length,
      1,
      plan.warnings.join("\n"),
    );
  });
});

import assert from "node:assert/strict";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { type CardFigures, cardText } from "../../../../../kernel/aen/model/card/cardText.js";
import { configurationOf } from "../../../../../kernel/aen/model/presets.js";
import { someRun } from "./someRun.js";

const figures: CardFigures = {
  parameters: { trained: 1_200_000, statistics: 34, total: 1_200_034, parts: { "clip head": 1_200_000 } },
  frozenParameters: 0,
  ...{ multiplyAdds: 2_500_000_000, megabytes: 4.800136, latency: null, run: null },
};

function textOf(card: Partial<CardFigures> = {}): string {
  const configuration = configurationOf({ preset: "tiny" });
  return cardText({ title: "AEN", configuration, labels: dfewLabels, seed: 3 }, { ...figures, ...card });
}

const headings = (text: string) => text.split("\n").filter((line) => line.startsWith("#"));

describe("the text of a card", () => {
  it("states what a multiply-add is and what was counted", () => {
    const stated =
      /2,500,000,000 multiply-adds, 5\.00 GFLOPs at 2 FLOPs for each multiply-add \(matrix products and/;
    assert.match(textOf(), stated);
    assert.match(textOf({ multiplyAdds: 1_000_000 }), /1,000,000 multiply-adds, 2\.00 MFLOPs at/);
    assert.match(textOf(), /- Memory of the weights: 4\.80 MB \(float32; 1 MB is 1 000 000 bytes\)\n/);
  });

  it("tells a latency with its spread, device and threads", () => {
    const latency = { medianMs: 2, fastestMs: 1.5, slowestMs: 9, runs: 20, hardware: "a processor" };
    const onCpu = textOf({ latency: { ...latency, device: "cpu", threads: 1 } });
    assert.match(
      onCpu,
      /median 2\.00 ms \(1\.50 to 9\.00 ms over 20 clips after a warm-up; cpu: a processor, 1 thread;/,
    );
    assert.match(
      textOf({ latency: { ...latency, device: "webgpu", threads: null } }),
      /; webgpu: a processor; without/,
    );
    assert.doesNotMatch(textOf(), /Latency/);
  });

  it("has sections on training and evaluation only where it knows the run", () => {
    const always = ["## Intended use and limits", "## Weights and licences"];
    const alone = ["# Model card: AEN", "## Model details", "## Size and cost"];
    assert.deepEqual(headings(textOf()), [...alone, ...always]);
    assert.deepEqual(headings(textOf({ run: someRun })), [
      ...alone,
      "## Training",
      "## Evaluation",
      ...always,
    ]);
  });

  it("names what the model is not for, with the law that forbids it", () => {
    assert.match(textOf(), /not made for decisions about people/);
    assert.match(textOf(), /Regulation \(EU\) 2024\/1689 \(AI Act\), article 5\(1\)\(f\), prohibits/);
    assert.match(textOf(), /category that raters gave a clip\. It is not what the person felt/);
  });

  it("says of a model trained on drawn faces that people were not tested", () => {
    const drawn = /are drawn faces: nothing is known of how it does on pictures of people/;
    assert.match(textOf({ run: { ...someRun, drawnFaces: true } }), drawn);
    assert.doesNotMatch(textOf({ run: someRun }), drawn);
  });

  it("says where the start weights are from, as far as that is known", () => {
    assert.match(
      textOf(),
      /How the weights were made is not known here: drawn from seed 3, loaded or trained/,
    );
    assert.match(textOf({ run: someRun }), /were drawn from seed 3; AEN Notebook ships none of this network/);
    assert.match(textOf({ run: { ...someRun, start: "given" } }), /their licence is not known here: add it/);
    assert.match(textOf({ run: { ...someRun, shipped: ["A part (MIT)."] } }), /\n- A part \(MIT\)\.\n/);
  });
});

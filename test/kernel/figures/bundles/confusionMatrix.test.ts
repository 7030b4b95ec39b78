import assert from "node:assert/strict";
import { dfewLabels, LabelSet } from "../../../../kernel/aen/labels.js";
import { confusionMatrixView } from "../../../../kernel/figures/bundles/confusionMatrix.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import type { ConfusionMatrixPayload } from "../../../../kernel/contracts/payloads/confusionMatrix.js";
import { examplePredictions } from "../examples.js";

describe("confusionMatrixView", () => {
  it("gives a payload, SVG and text", async () => {
    const bundle = await confusionMatrixView({ predictions: examplePredictions(40), labels: dfewLabels });
    assert.deepEqual(Object.keys(bundle), [viewMimeTypes["confusion-matrix"], "image/svg+xml", "text/plain"]);
    assert.match(bundle["image/svg+xml"] as string, /^<svg [^]*<\/svg>$/);
  });

  it("keeps every text of the SVG at 11 px or more", async () => {
    const bundle = await confusionMatrixView({ predictions: examplePredictions(300), labels: dfewLabels });
    const svg = bundle["image/svg+xml"] as string;
    const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
    assert.ok(svg.match(/<text/g)!.length > 50);
    assert.ok(Math.min(...sizes) >= 11, `smallest ${Math.min(...sizes)}`);
  });

  it("survives JSON and keeps scores that are not finite as null", async () => {
    const [first, ...rest] = examplePredictions(3);
    const broken = { ...first, clipLogProbabilities: first.clipLogProbabilities.map(() => NaN) };
    const bundle = await confusionMatrixView({ predictions: [broken, ...rest], labels: dfewLabels });
    const payload = bundle[viewMimeTypes["confusion-matrix"]] as ConfusionMatrixPayload;
    assert.deepEqual(JSON.parse(JSON.stringify(payload)), payload);
    assert.equal(payload.clips[0].clip[0], null);
    assert.match(bundle["text/plain"] as string, /1 without a finite score/);
  });

  it("reads well without any clip", async () => {
    const bundle = await confusionMatrixView({ predictions: [], labels: dfewLabels });
    assert.match(bundle["text/plain"] as string, /No clip has both a label and a prediction/);
  });

  it("escapes names that look like markup", async () => {
    const name = "<script>alert(1)</script>";
    const labels = new LabelSet([name, "b"], { "<b>": [name], other: ["b"] });
    const bundle = await confusionMatrixView({
      predictions: examplePredictions(9, 1, labels),
      labels,
      title: name,
    });
    assert.doesNotMatch(bundle["image/svg+xml"] as string, /<script|<b>/);
  });
});

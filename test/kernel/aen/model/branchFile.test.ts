import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { readBranchFile } from "../../../../kernel/aen/model/branchFile.js";
import { model as newModel, type WeightValues } from "../../../../kernel/aen/model/model.js";
import { encodeSafetensors } from "../../../../kernel/aen/model/safetensors.js";
import { saveWeights } from "../../../../kernel/aen/model/weightFiles.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { smallestModel } from "../training/patternClips.js";

describe("the bottom-up branch in a file", () => {
  const folder = temporaryFolder();
  const of = (...shape: number[]): WeightValues => ({
    shape,
    data: new Float32Array(shape.reduce((a, b) => a * b)).fill(1),
  });
  function write(name: string, tensors: Record<string, WeightValues>): string {
    const file = path.join(folder, name);
    writeFileSync(file, encodeSafetensors(new Map(Object.entries(tensors))));
    return file;
  }

  it("is that of a file of ours, with its emotions, and nothing above it", async () => {
    const model = newModel(smallestModel);
    const file = path.join(folder, "own.safetensors");
    await saveWeights(model, file);
    const { weights, emotions, kind } = await readBranchFile(file, "ImageNet");
    assert.deepEqual([kind, emotions], ["AEN", model.labels.emotions]);
    assert.ok(weights.has("head.frame.bias") && !weights.has("head.clip.bias"));
    model.dispose();
  });

  it("is a ResNet's, for pixels from 0 to 1 unless it expects those already", async () => {
    const tensors = {
      ...{ "conv1.weight": of(4, 3, 7, 7), "bn1.running_mean": of(4) },
      ...{ "layer1.0.conv1.weight": of(4, 4, 3, 3), "fc.weight": of(1000, 4) },
    };
    const file = write("resnet.safetensors", tensors);
    const stem = "spatial.stem.conv.weight";
    const [normalised, unit] = [await readBranchFile(file, "ImageNet"), await readBranchFile(file, "0 to 1")];
    assert.deepEqual([unit.kind, unit.emotions, unit.weights.size], ["ResNet", null, 3]);
    assert.equal(unit.weights.get(stem)!.data[0], 1);
    assert.ok(Math.abs(normalised.weights.get(stem)!.data[0] - 1 / 0.229) < 1e-5);
  });

  it("is refused by the file's name where there is none, or the file is none", async () => {
    const file = write("other.safetensors", { "encoder.weight": of(2) });
    await assert.rejects(
      readBranchFile(file, "ImageNet"),
      /other\.safetensors: it holds no bottom-up branch/,
    );
    const text = path.join(folder, "text.pth");
    writeFileSync(text, "text");
    await assert.rejects(readBranchFile(text, "ImageNet"), /text\.pth: /);
  });

  it("is not that of face-api's expression network, whose body is another, as the message says", async () => {
    const model = createRequire(import.meta.url).resolve(
      "@vladmandic/face-api/model/face_expression_model.bin",
    );
    await assert.rejects(
      readBranchFile(model, "0 to 1"),
      /separable convolutions.*Start from a ResNet-18.*bottomUp\.fit/,
    );
  });
});

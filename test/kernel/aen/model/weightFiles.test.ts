import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { model } from "../../../../kernel/aen/model/model.js";
import { decodeSafetensors, encodeSafetensors } from "../../../../kernel/aen/model/safetensors.js";
import { loadWeights, readWeights, saveWeights } from "../../../../kernel/aen/model/weightFiles.js";
import { smallestModel } from "../training/patternClips.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("weight files", () => {
  const folder = temporaryFolder();

  it("safetensors give back the same weights, the frozen model's too", async () => {
    const saved = model(smallestModel, { seed: 3 });
    saved.freezeFrameModel();
    const file = path.join(folder, "weights.safetensors");
    await saveWeights(saved, file);
    const loaded = await loadWeights(model(smallestModel, { seed: 4 }), file);
    assert.deepEqual(loaded.weights(), saved.weights());
    assert.ok(loaded.frozenVariables);
  });

  it("names a file that is not a weight file, and says what is wrong with it", async () => {
    const file = path.join(folder, "notes.txt");
    writeFileSync(file, "nothing of the kind");
    await assert.rejects(readWeights(file), (error: Error) => {
      assert.ok(error instanceof RangeError);
      assert.match(error.message, /notes\.txt: .*safetensors/);
      return true;
    });
    writeFileSync(file, "PK and nothing else");
    await assert.rejects(readWeights(file), /notes\.txt: This is not a complete zip archive/);
    await assert.rejects(readWeights(path.join(folder, "absent")), /ENOENT/);
  });

  it("names the weight that is not a number, and changes nothing", async () => {
    const whole = model(smallestModel, { seed: 3 });
    const before = whole.weights();
    for (const value of [NaN, Infinity, -Infinity]) {
      const weights = new Map(model(smallestModel, { seed: 4 }).weights());
      const [name, { shape, data }] = [...weights].at(-1)!;
      weights.set(name, {
        shape,
        data: Float32Array.from(data, (each, at) => (at === data.length - 1 ? value : each)),
      });
      const file = path.join(folder, "diverged.safetensors");
      writeFileSync(file, encodeSafetensors(weights));
      await assert.rejects(loadWeights(whole, file), (error: Error) => {
        assert.ok(
          error.message.includes(`The weight "${name}" holds ${value} (value ${data.length} of`),
          error.message,
        );
        return true;
      });
    }
    assert.deepEqual(whole.weights(), before);
  });

  it("takes the weights alone out of a run's checkpoint, without the optimizer's", async () => {
    const file = path.join(folder, "checkpoint.safetensors");
    const values = { shape: [1], data: Float32Array.of(1) };
    writeFileSync(
      file,
      encodeSafetensors(
        new Map([
          ["head.clip.bias", values],
          ["optimizer/head.clip.bias/m", values],
        ]),
      ),
    );
    assert.deepEqual([...(await readWeights(file)).keys()], ["head.clip.bias"]);
  });

  it("may contain part of the weights, if that is allowed; otherwise nothing changes", async () => {
    const file = path.join(folder, "part.safetensors");
    writeFileSync(
      file,
      encodeSafetensors(new Map([["head.clip.bias", { shape: [7], data: new Float32Array(7).fill(3) }]])),
    );
    const own = model(smallestModel);
    const before = own.weights();
    await assert.rejects(loadWeights(own, file), /lack "spatial\.stem\.conv\.weight"/);
    assert.deepEqual(own.weights(), before);
    await loadWeights(own, file, { partial: true });
    assert.ok(
      own
        .weights()
        .get("head.clip.bias")!
        .data.every((value) => value === 3),
    );
  });

  it("names configuration and emotions beside the weights", async () => {
    const own = model(smallestModel);
    const file = path.join(folder, "named.safetensors");
    await saveWeights(own, file);
    const { metadata } = decodeSafetensors(readFileSync(file));
    assert.deepEqual(JSON.parse(metadata.configuration), own.configuration);
    assert.deepEqual(JSON.parse(metadata.emotions), own.labels.emotions);
  });
});

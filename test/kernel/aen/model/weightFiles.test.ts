import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { model } from "../../../../kernel/aen/model/model.js";
import { ownName } from "../../../../kernel/aen/model/publishedNames.js";
import { readPytorchCheckpoint } from "../../../../kernel/aen/model/pytorchCheckpoint.js";
import { decodeSafetensors, encodeSafetensors } from "../../../../kernel/aen/model/safetensors.js";
import { loadWeights, saveWeights } from "../../../../kernel/aen/model/weightFiles.js";
import { readJson } from "../../../parity/fixtures.js";
import { smallestModel } from "../training/patternClips.js";
import { skipBecause } from "../../../skipBecause.js";

const python = "/usr/bin/python3";

describe("weight files", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "aen-weights-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("safetensors give back the very weights, the frozen model's too", async () => {
    const saved = model(smallestModel, { seed: 3 });
    saved.freezeFrameModel();
    const file = path.join(folder, "weights.safetensors");
    await saveWeights(saved, file);
    const loaded = await loadWeights(model(smallestModel, { seed: 4 }), file);
    assert.deepEqual(loaded.weights(), saved.weights());
    assert.ok(loaded.frozenVariables);
  });

  it("a torn or damaged file is told apart from a good one, wherever it was cut", () => {
    const good = encodeSafetensors(model(smallestModel).weights());
    for (const length of [0, 7, 8, 100, good.length - 1]) {
      assert.throws(() => decodeSafetensors(good.subarray(0, length)), /safetensors/, `cut at ${length}`);
    }
    const damaged = Buffer.from(good);
    damaged[damaged.length - 5] ^= 1;
    assert.throws(() => decodeSafetensors(damaged), /damaged: its checksum/);
  });

  it("weights of another network change nothing and are named", () => {
    const own = model(smallestModel);
    const before = own.weights();
    const other = new Map(before).set("head.clip.bias", { shape: [3], data: new Float32Array(3) });
    assert.throws(() => own.setWeights(other), /"head.clip.bias" has shape \[3\], this model needs \[7\]/);
    assert.deepEqual(own.weights(), before);
  });

  it("knows the authors' name of every weight", () => {
    const { small } = readJson<{ small: { parameters: { name: string; reference: string }[] } }>("generator");
    for (const { name, reference } of small.parameters) assert.equal(ownName(reference), name);
    assert.equal(ownName("s_former.pos_embedding"), null);
    assert.equal(ownName("s_former.spatial_transformer.layers.0.0.fn.norm.weight"), null);
    assert.equal(ownName("s_former.bn1.num_batches_tracked"), null);
  });

  it("reads what PyTorch saved: prefixes, strides, shared storages, several types", function () {
    this.timeout(120_000);
    const file = path.join(folder, "checkpoint.pth");
    const program = `
import torch, collections
a = torch.arange(12, dtype=torch.float32).reshape(3, 4)
state = collections.OrderedDict([("module.fc0.weight", a), ("module.turned", a.t()), ("module.row", a[1]),
  ("module.half", torch.tensor([0.5, -2.0, 65504.0]).half()), ("module.double", torch.tensor([1e-3]).double()),
  ("module.count", torch.tensor(7)), ("module.parameter", torch.nn.Parameter(torch.ones(2)))])
torch.save({"epoch": 3, "best_acc": torch.tensor(61.5), "state_dict": state, "optimizer": {"lr": 0.01}}, ${JSON.stringify(file)})
`;
    try {
      execFileSync(python, ["-c", program], { stdio: "pipe" });
    } catch (error) {
      if (/No module named 'torch'|ENOENT/.test(String(error)))
        skipBecause(this, "no PyTorch: apt-get install python3-torch");
      throw error;
    }
    const tensors = readPytorchCheckpoint(readFileSync(file));
    const numbers = (name: string) => Array.from(tensors.get(name)!.data);
    assert.deepEqual(tensors.get("fc0.weight")!.shape, [3, 4]);
    assert.deepEqual(numbers("fc0.weight"), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    assert.deepEqual(numbers("turned"), [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]);
    assert.deepEqual(numbers("row"), [4, 5, 6, 7]);
    assert.deepEqual(numbers("half"), [0.5, -2, 65504]);
    assert.deepEqual(numbers("double"), [Math.fround(1e-3)]);
    assert.deepEqual(numbers("count"), [7]);
    assert.deepEqual(numbers("parameter"), [1, 1]);
  });

  it("runs nothing that stands in a checkpoint", function () {
    this.timeout(60_000);
    const file = path.join(folder, "hostile.pth");
    const witness = path.join(folder, "witness");
    const program = `
import zipfile
pickle = b"\\x80\\x02cos\\nsystem\\nq\\x00X" + (len(c := b"touch ${witness}")).to_bytes(4, "little") + c + b"\\x85R."
with zipfile.ZipFile(${JSON.stringify(file)}, "w") as archive: archive.writestr("archive/data.pkl", pickle)
`;
    execFileSync(python, ["-c", program], { stdio: "pipe" });
    assert.throws(() => readPytorchCheckpoint(readFileSync(file)), /no state dict/);
    assert.throws(() => readFileSync(witness), /ENOENT/);
    writeFileSync(file, "PK and nothing else");
    assert.throws(() => readPytorchCheckpoint(readFileSync(file)), /zip archive/);
  });
});

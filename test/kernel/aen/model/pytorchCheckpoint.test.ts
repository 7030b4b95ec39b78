import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readPytorchCheckpoint } from "../../../../kernel/aen/model/pytorchCheckpoint.js";
import { skipBecause } from "../../../skipBecause.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

/** Writes three files: one like a training's, a bare state dict, one without its values. */
const torchProgram = `
import torch, collections, zipfile, os
folder = os.path.dirname(file) + "/"
a = torch.arange(12, dtype=torch.float32).reshape(3, 4)
state = collections.OrderedDict([("module.fc0.weight", a), ("module.turned", a.t()), ("module.row", a[1]),
  ("module.half", torch.tensor([0.5, -2.0, 65504.0]).half()), ("module.double", torch.tensor([1e-3]).double()),
  ("module.brain", torch.tensor([1.0, -3.0]).bfloat16()), ("module.int", torch.tensor([-4], dtype=torch.int32)),
  ("module.count", torch.tensor(7)), ("module.parameter", torch.nn.Parameter(torch.ones(2)))])
torch.save({"epoch": 3, "best_acc": torch.tensor(61.5), "state_dict": state, "optimizer": {"lr": 0.01}}, file)
torch.save({"fc1.bias": torch.tensor([1.0, 2.0])}, folder + "bare.pth")
with zipfile.ZipFile(folder + "bare.pth") as whole, zipfile.ZipFile(folder + "without.pth", "w") as archive:
    for name in whole.namelist():
        if not name.endswith("data/0"): archive.writestr(name, whole.read(name))
`;

describe("a PyTorch checkpoint", () => {
  const folder = temporaryFolder();

  /** The file that a Python program writes; `file` is its path there. */
  function written(name: string, program: string): Buffer {
    const file = path.join(folder, name);
    execFileSync("/usr/bin/python3", ["-c", `file = ${JSON.stringify(file)}\n${program}`], { stdio: "pipe" });
    return readFileSync(file);
  }

  describe("that PyTorch saved", () => {
    before(function () {
      this.timeout(120_000);
      try {
        written("whole.pth", torchProgram);
      } catch (error) {
        if (/No module named 'torch'|ENOENT/.test(String(error)))
          skipBecause(this as unknown as Mocha.Context, "no PyTorch: apt-get install python3-torch");
        throw error;
      }
    });
    const tensorsOf = (name: string) => readPytorchCheckpoint(readFileSync(path.join(folder, name)));

    it("is read with prefixes, strides, shared storages and several types", () => {
      const tensors = [...tensorsOf("whole.pth")].map(([name, { shape, data }]) => [
        name,
        [shape, [...data]],
      ]);
      assert.deepEqual(Object.fromEntries(tensors), {
        "fc0.weight": [
          [3, 4],
          [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        ],
        turned: [
          [4, 3],
          [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11],
        ],
        row: [[4], [4, 5, 6, 7]],
        half: [[3], [0.5, -2, 65504]],
        double: [[1], [Math.fround(1e-3)]],
        brain: [[2], [1, -3]],
        int: [[1], [-4]],
        count: [[], [7]],
        parameter: [[2], [1, 1]],
      });
    });

    it("may be a bare state dict", () => {
      assert.deepEqual([...tensorsOf("bare.pth").get("fc1.bias")!.data], [1, 2]);
    });

    it("is refused when values were lost, naming their storage", () => {
      assert.throws(() => tensorsOf("without.pth"), /values of the storage 0 are missing/);
    });
  });

  it("is read without running anything that stands in it", () => {
    const witness = path.join(folder, "witness");
    const hostile = written(
      "hostile.pth",
      `
import zipfile
command = b"touch ${witness}"
pickle = b"\\x80\\x02cos\\nsystem\\nq\\x00X" + len(command).to_bytes(4, "little") + command + b"\\x85R."
with zipfile.ZipFile(file, "w") as archive: archive.writestr("archive/data.pkl", pickle)
`,
    );
    assert.throws(() => readPytorchCheckpoint(hostile), /no state dict/);
    assert.ok(!existsSync(witness));
  });

  for (const [what, program, message] of [
    ["of another kind", 'archive.writestr("notes.txt", "")', /not a PyTorch checkpoint in zip form/],
    [
      "without tensors",
      'archive.writestr("a/data.pkl", pickle.dumps({"x": 1}, 2))',
      /contains no named tensors/,
    ],
    [
      "of something else",
      'archive.writestr("a/data.pkl", pickle.dumps([1, 2], 2))',
      /contains no state dict/,
    ],
  ] as const) {
    it(`${what} is refused with what it lacks`, () => {
      const archive = written(
        "other.zip",
        `import zipfile, pickle\nwith zipfile.ZipFile(file, "w") as archive: ${program}`,
      );
      assert.throws(() => readPytorchCheckpoint(archive), message);
    });
  }

  describe("that somebody made to exhaust memory", () => {
    /** A file with one storage of 250 000 numbers (1 MB) and tensors given in Python: offset, shape, strides. */
    const crafted = (tensors: string) =>
      written(
        "crafted.pth",
        `
import zipfile
def whole(n): return b"\\x8a\\x08" + int(n).to_bytes(8, "little", signed=True)
def many(values): return b"(" + b"".join(map(whole, values)) + b"t"
def text(t): return b"X" + len(t).to_bytes(4, "little") + t.encode()
def tensor(offset, shape, strides):
    storage = b"(" + text("storage") + b"ctorch\\nFloatStorage\\n" + text("0") + text("cpu") + whole(250000) + b"tQ"
    return b"ctorch._utils\\n_rebuild_tensor_v2\\n(" + storage + whole(offset) + many(shape) + many(strides) + b"tR"
tensors = ${tensors}
pickle = b"\\x80\\x02}(" + b"".join(text(str(i)) + tensor(*t) for i, t in enumerate(tensors)) + b"u."
with zipfile.ZipFile(file, "w") as archive:
    archive.writestr("a/data.pkl", pickle)
    archive.writestr("a/data/0", bytes(1000000))
`,
      );

    it("by strides of 0 is refused, one value for many places", () => {
      assert.throws(
        () => readPytorchCheckpoint(crafted("[(0, [1000000000], [0])]")),
        /A tensor of shape \[1000000000\] has more values than its storage\. Save it with \.contiguous\(\)/,
      );
      assert.equal(
        readPytorchCheckpoint(crafted("[(0, [500, 500], [0, 1])]")).get("0")!.data.length,
        250_000,
      );
    });

    it("by many tensors over one storage is refused at 64 MiB", () => {
      // 67 tensors of 1 MB are 67 000 000 bytes; 64 MiB are 67 108 864
      assert.equal(readPytorchCheckpoint(crafted("[(0, [250000], [1])] * 67")).size, 67);
      assert.throws(
        () => readPytorchCheckpoint(crafted("[(0, [250000], [1])] * 68")),
        /A tensor takes more memory than a file of this size may \(64 MiB in all\)/,
      );
    });

    it("by lengths that are no counts is refused", () => {
      for (const tensor of ["(0, [-1], [1])", "(-1, [1], [1])", "(0, [2], [-1])", "(0, [2, 2], [1])"])
        assert.throws(() => readPytorchCheckpoint(crafted(`[${tensor}]`)), /must be counts/, tensor);
    });
  });
});

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as aen from "../../../kernel/aen/index.js";
import { outcomeLine, register } from "../../../kernel/commands/predict.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { smallestModel } from "../aen/training/patternClips.js";
import { inProcess } from "./inProcess.js";

describe("aen predict", () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  const weights = at("weights.safetensors");
  before(async () => {
    const model = aen.model(smallestModel);
    await aen.saveWeights(model, weights);
    model.dispose();
    writeFileSync(at("broken.mp4"), "no video");
  });
  const predict = (...args: string[]) => inProcess(register, "predict", ...args);

  it("tells of a video that cannot be used on stderr, in the table and by its exit status", async () => {
    const { stdout, stderr, status } = await predict(
      ...[weights, at("broken.mp4"), "--to", at("out.csv"), "--device", "tensorflow", "--no-cache"],
    );
    assert.equal(status, 1);
    assert.match(stderr, /^\[1\/1\] .*broken\.mp4: left out: .*this is not a video/);
    assert.match(stdout, /^0 of 1 videos: .*out\.csv, .*out\.clips\.csv\n$/);
    assert.match(readFileSync(at("out.clips.csv"), "utf8"), /broken\.mp4,,,,0,.*this is not a video/);
  });

  it("needs a table to write, and one that ends in .csv", async () => {
    const { stderr } = await predict(weights, at("broken.mp4"));
    assert.match(stderr, /required option '--to <file>' not specified/);
    const other = await predict(weights, at("broken.mp4"), "--to", at("out.txt"));
    assert.match(other.stderr, /ends in \.csv/);
    assert.ok(!existsSync(at("out.txt")));
  });

  for (const [args, message] of [
    [["--size", "large"], /expected a whole number/],
    [["--size", "4"], /"size" must be a number from 16 to 1024, got 4/],
    [["--person", "up"], /person must be "largest", "central", "left", "right" or a person's number/],
    [["--sampling", "all"], /Allowed choices are published, spread, even/],
    [["--device", "abacus"], /Allowed choices are auto, cpu/],
  ] as const) {
    it(`refuses ${args.join(" ")}`, async () => {
      const { stderr, status } = await predict(weights, at("broken.mp4"), "--to", at("x.csv"), ...args);
      assert.equal(status, 1);
      assert.match(stderr, message);
    });
  }

  it("listens to Ctrl+C no longer than it works", async () => {
    const before = process.listenerCount("SIGINT");
    await predict(at("gone.safetensors"), at("broken.mp4"), "--to", at("x.csv"));
    assert.equal(process.listenerCount("SIGINT"), before);
  });

  it("says of each video what became of it", () => {
    const outcome = {
      file: "a.mp4",
      fileNumber: 2,
      fileCount: 7,
      wasThere: false,
      failed: null,
      unwritten: null,
    };
    assert.equal(outcomeLine(outcome), "[2/7] a.mp4: read");
    assert.equal(outcomeLine({ ...outcome, wasThere: true }), "[2/7] a.mp4: was there");
    assert.equal(outcomeLine({ ...outcome, failed: "why" }), "[2/7] a.mp4: left out: why");
    const unwritten = outcomeLine({ ...outcome, unwritten: "why" });
    assert.equal(unwritten, "[2/7] a.mp4: read, without its label files: why");
  });
});

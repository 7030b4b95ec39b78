import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerm } from "../../../../../kernel/aen/losses/lossTerm.js";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { describeRun } from "../../../../../kernel/aen/training/record/runDescription.js";
import { planTraining, type DividedTrainOptions } from "../../../../../kernel/aen/training/trainOptions.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../patternClips.js";

describe("the description of a run", () => {
  const folder = temporaryFolder();
  const model = newModel(smallestModel, { seed: 5 });
  const clips = patternClips(2);
  const validate = patternClips(1, "held out");
  const stills = patternClips(3, "stills");
  after(() => model.dispose());

  /** As it is read again from `run.json`. */
  function described(options: DividedTrainOptions, source: string | null = null) {
    const plan = planTraining(model.configuration, options);
    const started = new Date(Date.UTC(2024, 1, 29, 12));
    const description = describeRun({ id: "r", started, initialModel: model, clips, plan }, source);
    return JSON.parse(JSON.stringify(description)) as typeof description;
  }

  it("names the network, its emotions by group, and when and by which code it was started", () => {
    const { id, started, source, model: network } = described({}, "await aen.train(m, clips)");
    assert.deepEqual([id, started], ["r", "2024-02-29T12:00:00.000Z"]);
    assert.equal(source, "await aen.train(m, clips)");
    assert.deepEqual([network.configuration, network.seed], [model.configuration, 5]);
    assert.deepEqual(network.groups, {
      ...{ Positive: ["Happy", "Surprise"], Neutral: ["Neutral"] },
      Negative: ["Sad", "Angry", "Disgust", "Fear"],
    });
  });

  it("has every setting of the plan, but clips as number, hash and origin", () => {
    const { plan, data } = described({ validate, epochs: 3, pretraining: { stills, epochs: 2 } });
    assert.deepEqual([plan.epochs, plan.pretraining?.epochs], [3, 2]);
    for (const left of ["loss", "validate", "record"]) assert.ok(!(left in plan), left);
    assert.ok(!("stills" in plan.pretraining!));
    assert.deepEqual(data, {
      train: { clips: 14, hash: clips.contentHash, origin: null },
      validate: { clips: 7, hash: validate.contentHash, origin: null },
      stills: { clips: 21, hash: stills.contentHash, origin: null },
    });
    const without = described({ pretraining: false });
    assert.deepEqual(
      [without.plan.pretraining, without.data.validate, without.data.stills],
      [null, null, null],
    );
  });

  it("has the code of every loss term, so that one's own can be given again", () => {
    const loss = [lossTerm("mine", ({ frameLogits }) => tf.mean(frameLogits), { weight: 0.5 })];
    const [{ name, weight, code }] = described({ loss }).loss;
    assert.deepEqual([name, weight], ["mine", 0.5]);
    assert.match(code, /mean\(frameLogits\)/);
  });

  it("has the versions of AEN Notebook, of Node and of what npm installed", () => {
    const versionIn = (folder: string) =>
      (JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string }).version;
    const version = (name: string) => versionIn(`node_modules/${name}`);
    assert.deepEqual(described({}).versions, {
      "aen-notebook": versionIn("."),
      node: process.versions.node,
      "@tensorflow/tfjs-core": version("@tensorflow/tfjs-core"),
      "onnxruntime-node": version("onnxruntime-node"),
    });
  });

  it("has the commit and whether files differ from it; nothing outside a repository", () => {
    const home = process.cwd();
    const git = (...words: string[]) => execFileSync("git", words, { cwd: folder, encoding: "utf8" }).trim();
    try {
      process.chdir(folder);
      assert.equal(described({}).git, null);
      git("init", "-q");
      writeFileSync("notebook.ipynb", "{}");
      git("add", ".");
      git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "first");
      const commit = git("rev-parse", "HEAD");
      writeFileSync("untracked", "");
      assert.deepEqual(described({}).git, { commit, changed: false });
      writeFileSync("notebook.ipynb", "[]");
      assert.deepEqual(described({}).git, { commit, changed: true });
    } finally {
      process.chdir(home);
    }
  });
});

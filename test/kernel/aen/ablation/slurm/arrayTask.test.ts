import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../../kernel/aen/index.js";
import { carryOutArrayTask } from "../../../../../kernel/aen/ablation/slurm/arrayTask.js";
import { writePlan } from "../../../../../kernel/aen/ablation/slurm/portablePlan.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../../training/patternClips.js";

describe("a task of a job array", function () {
  this.timeout(120_000);
  const record = temporaryFolder();
  const known = { tf, aen };
  const data = patternClips(2).split({ by: "identity", test: 0.5, seed: 1 });
  const broken = aen.arm("broken", { add: aen.lossTerm("broken", ({ frameLogits }) => frameLogits) });
  let plan: aen.StudyPlan;
  let folder: string;

  before(async () => {
    const given = aen.model(smallestModel);
    given.freezeFrameModel();
    const base = { model: smallestModel, training: { device: "cpu", epochs: 1, batch: 7 } } as const;
    ({ plan } = aen.ablation({ base, arms: [broken], data, seeds: [5], bottomUp: given }));
    folder = path.join(record, "studies", plan.id);
    await writePlan(plan, path.join(folder, "slurm"));
    given.dispose();
  });

  async function carriedOut(number: number, size: "run" | "seed") {
    const lines: string[] = [];
    const failed = await carryOutArrayTask(folder, {
      number,
      size,
      known,
      print: (line) => void lines.push(line),
    });
    return { failed, lines };
  }

  it("carries out its own runs, reports their progress, and keeps them beside the study", async () => {
    const { failed, lines } = await carriedOut(0, "run");
    const [base] = plan.tasks;
    assert.equal(failed, 0);
    assert.deepEqual(lines, [
      `"base", seed 5, fold 1 (${base.run}): running`,
      "features, the given bottom-up branch",
      `"base", seed 5, fold 1 (${base.run}): finished`,
    ]);
    assert.deepEqual(readdirSync(path.join(record, "runs")), [base.run]);
  });

  it("skips what has finished, and counts what fails, with the reason", async () => {
    const { failed, lines } = await carriedOut(0, "seed");
    assert.equal(failed, 1);
    assert.equal(lines[0], `"base", seed 5, fold 1 (${plan.tasks[0].run}): finished`);
    assert.ok(!lines.some((line) => line.startsWith('"base"') && line.endsWith("running")));
    assert.match(lines.at(-1)!, /^"broken", seed 5, fold 1 \(.*\): .*must return one number/);
  });

  it("rejects a task number outside the array", async () => {
    await assert.rejects(carriedOut(2, "run"), {
      name: "RangeError",
      message: "The study has tasks 0 to 1; there is no task 2.",
    });
    await assert.rejects(carriedOut(1, "seed"), /tasks 0 to 0; there is no task 1/);
  });
});

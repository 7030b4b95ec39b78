import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type * as aen from "../../../../kernel/aen/index.js";
import { onDevice, onRecordedDevice, whyUnusable } from "../../../../kernel/aen/ablation/recordedDevice.js";
import { StudyRecord } from "../../../../kernel/aen/ablation/studyRecord.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { smallStudy } from "./smallStudy.js";

describe("the device of a study that goes on", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const record = new StudyRecord(folder);
  let study: aen.Study;
  before(async () => {
    study = await smallStudy(folder);
  });
  const devicesOf = ({ arms }: aen.StudyPlan) => arms.map(({ training }) => training.device);
  const file = () => path.join(folder, "runs", study.plan.tasks[0].run, "run.json");

  it("is the one on which a run has finished, unless another was named", async () => {
    const used = (await record.read(study.plan.tasks[0].run))!.circumstances["device"];
    assert.deepEqual(devicesOf(study.plan), ["auto", "auto"]);
    assert.deepEqual(devicesOf(await onRecordedDevice(study.plan, record)), [used, used]);
    const named = onDevice(study.plan, "tensorflow");
    assert.equal(await onRecordedDevice(named, record), named);
    assert.equal(await onRecordedDevice(study.plan, new StudyRecord(null)), study.plan);
  });

  it("is refused where it cannot be used, rather than mixed with another", async () => {
    const elsewhere = process.platform === "darwin" ? "directml" : "coreml";
    const text = readFileSync(file(), "utf8");
    writeFileSync(file(), text.replace(/"device": "\w+"(?=,\s*"processor")/, `"device": "${elsewhere}"`));
    rmSync(path.join(folder, "runs", study.plan.tasks[1].run), { recursive: true });
    await assert.rejects(
      smallStudy(folder),
      new RegExp(
        `that have finished computed on ${elsewhere}, but here: .* start over with \\{ fresh: true \\}`,
      ),
    );
  });

  it("is told with the reason where it cannot be used", async () => {
    assert.equal(await whyUnusable("cpu"), null);
    assert.equal(await whyUnusable("abacus"), 'there is no device "abacus".');
  });
});

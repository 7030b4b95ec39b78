import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import * as aen from "../../../../../kernel/aen/index.js";
import { channelBlock } from "../../../../../kernel/engine/run/channelBlock.js";
import { setCallingCell } from "../../../../../kernel/aen/host/callingCell.js";
import type { RunDescription } from "../../../../../kernel/aen/training/record/runDescription.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { smallestModel } from "../patternClips.js";

describe("the circumstances in which a run was begun", function () {
  this.timeout(60_000);
  const record = temporaryFolder();
  const data = { perEmotion: 4, frames: 2, size: 16, seed: 3 };
  const cell = { notebook: "/a/lesson.ipynb", executionCount: 4, code: "await aen.train(...)" };
  let clips: aen.ClipSet;
  let run: aen.Run;
  before(async () => {
    clips = await aen.clips.synthetic(data);
    setCallingCell(() => cell);
    const training = aen.train(aen.model(smallestModel), clips, {
      ...{ epochs: 1, batch: 7, seed: 5, device: "auto", validate: 0.25, record },
      pretraining: { epochs: 1, batch: 14, stills: aen.clips.stills(clips) },
    });
    setCallingCell(undefined);
    run = await training;
  });
  const file = () => path.join(run.folder!, "run.json");
  const description = () => JSON.parse(readFileSync(file(), "utf8")) as RunDescription;
  const resumed = (options: aen.ResumeOptions = {}) =>
    aen.resume(run.id, clips, { validate: 0.25, stills: aen.clips.stills(clips), record, ...options });

  it("are in its record: version, threads, folder, the cell if there was one", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const { versions, plan, folder, cell: recorded } = description();
    assert.equal(versions["aen-notebook"], version);
    assert.equal(versions.node, process.versions.node);
    assert.equal(plan.threads, availableParallelism());
    assert.equal(folder, process.cwd());
    assert.deepEqual(recorded, cell);
  });

  it("are in its events: the device, and the block of channels that its convolutions found there", async () => {
    const lines = readFileSync(path.join(run.folder!, "events.jsonl"), "utf8").trim().split("\n");
    const events = lines.map((line) => JSON.parse(line) as aen.Run["events"][number]);
    const told = events.flatMap((event) => (event.type === "device" ? [event] : []));
    assert.equal(told.length, 2);
    for (const { device, channelBlock: recorded } of told)
      assert.equal(recorded, device === "cpu" ? await channelBlock() : undefined);
  });

  it("say how its clips were made and divided, the share held out for validation included", () => {
    const { train, validate, stills } = description().data;
    for (const [part, described] of Object.entries({ train, test: validate! })) {
      const { made, given, steps } = described.origin!;
      assert.deepEqual([made, given], ["synthetic", [data]]);
      assert.deepEqual(steps, [{ split: { test: 0.25, seed: "5/validation" }, part }]);
    }
    assert.equal(stills!.origin!.made, "stills");
  });

  it("are those in which it is resumed: the device that auto became, as many threads", async () => {
    const device = run.events.find((event) => event.type === "device")!;
    writeFileSync(file(), JSON.stringify({ ...description(), plan: { ...description().plan, threads: 1 } }));
    const again = await resumed();
    assert.deepEqual([again.plan.device, again.plan.threads], [device.device, 1]);
    assert.deepEqual(toldOfCircumstances(again), []);
    assert.equal((await resumed({ device: "cpu" })).plan.device, "cpu");
  });

  it("are compared when it is resumed: another version is told", async () => {
    const { versions, plan, ...rest } = description();
    const { threads: _threads, ...planThen } = plan;
    writeFileSync(
      file(),
      JSON.stringify({ ...rest, plan: planThen, versions: { ...versions, "onnxruntime-node": "1.0.0" } }),
    );
    const again = await resumed();
    assert.equal(again.plan.threads, availableParallelism(), "as records of earlier versions say nothing");
    assert.match(
      toldOfCircumstances(again).join("\n"),
      /^The run began with onnxruntime-node 1\.0\.0 and goes on with [\d.]+: its numbers may differ a little/,
    );
  });
});

/** The warnings of a run that are about how it was begun, not about its data. */
function toldOfCircumstances({ events }: Pick<aen.Run, "events">): string[] {
  const warnings = events.flatMap((event) => (event.type === "warning" ? [event.message] : []));
  return warnings.filter((warning) => warning.startsWith("The run began"));
}

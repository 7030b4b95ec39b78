import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { predictionOf } from "../../ablation/simulatedStudy.js";
import { StudyRecord, type StudyRunDescription } from "../../../../../kernel/aen/ablation/studyRecord.js";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { startOf } from "../../../../../kernel/aen/training/loopState.js";
import { readNewestCheckpoint } from "../../../../../kernel/aen/training/record/checkpoint.js";
import {
  readDescription,
  readEvents,
  readPredictions,
} from "../../../../../kernel/aen/training/record/readRecord.js";
import type { RunDescription } from "../../../../../kernel/aen/training/record/runDescription.js";
import { RunRecord } from "../../../../../kernel/aen/training/record/runRecord.js";
import type { TrainingEvent } from "../../../../../kernel/contracts/runs/trainingEvents.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import type { Failure } from "../../../files/failingCalls.js";
import { withFailure } from "../../../files/failingDisk.js";
import { smallestModel } from "../patternClips.js";

const codes = ["ENOSPC", "EIO", "EROFS", "EACCES"] as const;

/** Every call fails once, alone and as the first of all that follow; the codes take turns. */
function failures(calls: number): Failure[] {
  return Array.from({ length: calls }, (_, i) => i + 1).flatMap((at) =>
    [false, true].map((forGood, i) => ({ at, forGood, code: codes[(at + i) % codes.length] })),
  );
}

describe("records, whichever call fails and wherever the process is killed", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const model = newModel(smallestModel);
  after(() => model.dispose());

  it("of a run: what is there can be read, the training goes on, and each kind of loss is told once", () => {
    const place = path.join(folder, "run");
    const description = { format: "aen-run-1", id: "r", model: { start: "drawn" } } as RunDescription;
    const events = [
      { type: "start", run: "r", device: "cpu", terms: [], seconds: 0 },
      { type: "paused", seconds: 1 },
      { type: "end", state: "finished", bestEpoch: null, seconds: 2 },
    ] as const satisfies TrainingEvent[];
    const predictions = [predictionOf("a", 0, 0)];
    const state = (updates: number) => ({ ...startOf("training"), updates });
    const begun = () => {
      rmSync(place, { recursive: true, force: true });
      const warnings: string[] = [];
      const all: TrainingEvent[] = [];
      const record = new RunRecord(
        place,
        (message) => warnings.push(message),
        () => all,
      );
      record.begin(description, model);
      const add = (event: TrainingEvent) => {
        all.push(event);
        record.addEvent(event);
      };
      return { record, add, warnings };
    };
    const write = ({ record, add }: ReturnType<typeof begun>) => {
      add(events[0]);
      record.checkpoint(model, null, state(1), 1);
      add(events[1]);
      record.checkpoint(model, null, state(2), 2);
      record.best(model);
      add(events[2]);
      record.predictions(predictions);
    };
    const whole = begun();
    const { made } = withFailure(null, () => write(whole));
    assert.ok(made > 50);
    for (const failure of failures(made)) {
      const told = `${failure.code} at call ${failure.at}${failure.forGood ? " and later" : ""}`;
      const run = begun();
      const { error } = withFailure(failure, () => write(run));
      assert.equal(error, undefined, told);
      assert.deepEqual(readDescription(place), description);
      const types = readEvents(place).map(({ type }) => type);
      assert.deepEqual(
        types,
        events.slice(0, types.length).map(({ type }) => type),
        told,
      );
      const checkpoints = path.join(place, "checkpoints");
      const newest = existsSync(checkpoints)
        ? readNewestCheckpoint(checkpoints, (message) => assert.fail(`${told}: ${message}`))
        : null;
      assert.ok(newest === null || newest.weights.size === model.weights().size, told);
      const read = readPredictions(place);
      assert.ok(read === null || read.length === 1, told);
      const kinds = run.warnings.map((message) => message.slice(0, 20));
      assert.equal(new Set(kinds).size, kinds.length, `${told}: ${run.warnings.join("\n")}`);
      const isWhole = types.length === 3 && newest?.state.updates === 2 && read !== null;
      assert.ok(isWhole || run.warnings.length > 0, `${told}: something is missing, and nothing was told`);
    }
  });

  it("of a study: a run is finished or absent, never something else, and the study goes on", async () => {
    const description = {
      ...{ id: "run-1", study: "abc", arm: "base", seed: 1, fold: 0, loss: [], configuration: {} },
      ...{ training: {}, data: { train: "t", test: "u" }, bottomUp: "frozen" },
    } as StudyRunDescription;
    const finished = {
      predictions: [predictionOf("a", 0, 0), predictionOf("b", 1, 2)],
      curve: { loss: [2], uar: [0.5] },
      circumstances: { device: "cpu" },
    };
    const write = (record: StudyRecord) => {
      const outcomes = [
        record.begin(description),
        record.event("run-1", { type: "epoch", epoch: 1, loss: 2, terms: {}, uar: null }),
        record.finish(description, finished),
        record.writeStudy("abc", "summary.json", {}),
      ];
      return Promise.all(outcomes);
    };
    const whole = withFailure(null, () => void write(new StudyRecord(path.join(folder, "counted"))));
    assert.ok(whole.made > 30);
    for (const [index, failure] of failures(whole.made).entries()) {
      const told = `${failure.code} at call ${failure.at}${failure.forGood ? " and later" : ""}`;
      const warnings: string[] = [];
      const record = new StudyRecord(path.join(folder, `study-${index}`), (message) =>
        warnings.push(message),
      );
      let work: Promise<unknown> | undefined;
      withFailure(failure, () => void (work = write(record)));
      await work;
      const read = await record.read("run-1");
      assert.ok(read !== null || warnings.length > 0, told);
      if (read) assert.deepEqual(read, finished, told);
    }
  });
});

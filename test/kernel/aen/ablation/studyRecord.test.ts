import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  circumstancesOf,
  StudyRecord,
  type StudyRunDescription,
} from "../../../../kernel/aen/ablation/studyRecord.js";
import { parseEvents, type StudyRunEvent } from "../../../../kernel/contracts/runs/runEvents.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { predictionOf } from "./simulatedStudy.js";

const description: StudyRunDescription = {
  ...{
    id: "run-1",
    study: "abc",
    arm: "base",
    seed: 1,
    fold: 0,
    loss: [{ name: "emotion", weight: 1, code: "" }],
  },
  ...{ configuration: {}, training: {}, data: { train: "t", test: "u" }, bottomUp: "frozen" },
};
const finished = {
  predictions: [predictionOf("a", 0, 0), predictionOf("b", 1, 2)],
  curve: { loss: [2, 1], uar: [null, 0.5] },
  circumstances: { device: "cpu" },
};

describe("the record of a run in a study", () => {
  const folder = temporaryFolder();
  const record = new StudyRecord(folder);
  const file = (name: string) => path.join(folder, "runs", "run-1", name);
  const json = () => JSON.parse(readFileSync(file("run.json"), "utf8")) as Record<string, unknown>;
  const events = () => parseEvents<StudyRunEvent>(readFileSync(file("events.jsonl"), "utf8"));
  beforeEach(() => record.begin(description));

  it("gives a finished run back as it was", async () => {
    await record.finish(description, finished);
    assert.deepEqual(await record.read("run-1"), finished);
  });

  it("says what the run is from its beginning, and how it went, event by event", async () => {
    assert.deepEqual(json(), { ...description, state: "running" });
    await record.event("run-1", { type: "epoch", epoch: 1, loss: 2, terms: { emotion: 2 }, uar: null });
    await record.finish(description, finished);
    assert.deepEqual(
      events().map(({ type }) => type),
      ["start", "epoch", "end"],
    );
    assert.ok(events().every(({ time }) => new Date(time).toISOString() === time));
    assert.deepEqual([json().state, json().clips], ["finished", 2]);
  });

  it("keeps why a run failed, which is not read as finished", async () => {
    await record.fail(description, "no memory");
    assert.deepEqual([json().state, json().message], ["failed", "no memory"]);
    const { time: _time, ...last } = events().at(-1)!;
    assert.deepEqual(last, { type: "end", state: "failed", message: "no memory" });
    assert.equal(await record.read("run-1"), null);
  });

  it("is not taken for finished while it runs, nor where anything of it is damaged or missing", async () => {
    assert.equal(await record.read("run-1"), null);
    assert.equal(await record.read("no such run"), null);
    const damages = [
      () =>
        writeFileSync(
          file("predictions.jsonl"),
          readFileSync(file("predictions.jsonl"), "utf8").split("\n")[0],
        ),
      () => writeFileSync(file("predictions.jsonl"), '{"clip":"a"}\n{"cl'),
      () => rmSync(file("predictions.jsonl")),
      () => writeFileSync(file("run.json"), '{"state":"finished"'),
    ];
    for (const damage of damages) {
      await record.finish(description, finished);
      damage();
      assert.equal(await record.read("run-1"), null, String(damage));
    }
  });

  it("begins anew in place of what an interrupted run left behind", async () => {
    await record.finish(description, finished);
    writeFileSync(file("notes.json"), "{}");
    await record.begin(description);
    const kept = ["events.jsonl", "notes.json", "run.json"];
    assert.deepEqual(readdirSync(path.dirname(file("run.json"))).sort(), kept, "a person's notes stay");
    assert.equal(events().length, 1);
    rmSync(file("notes.json"));
  });

  it("keeps files of the study itself beside the runs", async () => {
    await record.writeStudy("abc", "plan.json", { id: "abc" });
    assert.deepEqual(JSON.parse(readFileSync(path.join(folder, "studies", "abc", "plan.json"), "utf8")), {
      id: "abc",
    });
  });
});

describe("a study without records", () => {
  it("writes nothing and finds nothing", async () => {
    const none = new StudyRecord(null);
    await none.begin(description);
    await none.event("run-1", { type: "start", run: "run-1" });
    await none.finish(description, finished);
    await none.fail(description, "no memory");
    await none.writeStudy("abc", "plan.json", {});
    assert.equal(none.runFolder("run-1"), null);
    assert.equal(await none.read("run-1"), null);
    assert.equal(existsSync("runs") || existsSync("studies"), false);
  });
});

describe("the circumstances of a run", () => {
  it("are what has to be alike for runs to be compared, in words", () => {
    assert.deepEqual(circumstancesOf("cpu", { train: "0123456789abcdef", test: "x" }), {
      ...{ device: "cpu", processor: os.cpus()[0].model, "version of Node.js": process.version },
      "training data": "0123456789ab",
    });
  });
});

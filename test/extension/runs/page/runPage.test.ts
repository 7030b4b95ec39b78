import "../../standIn/register.js";
import assert from "node:assert/strict";
import path from "node:path";
import type { PagePart, RecordPage } from "../../../../kernel/contracts/recordPage.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { eventsText, prediction, twoEmotions, writeRecord } from "../records.js";

const { readRun } = await import("../../../../extension/runs/runRecord.js");
const { readRunDetails, runPage } = await import("../../../../extension/runs/page/runPage.js");

/** The parts of a section, by its heading. */
export function partsOf({ sections }: RecordPage, heading: string): readonly PagePart[] {
  const found = sections.find((section) => section.heading === heading);
  assert.ok(found, `${heading} is none of ${sections.map((each) => each.heading).join(", ")}`);
  return found.parts;
}

const tableOf = (page: RecordPage, heading: string) =>
  partsOf(page, heading).flatMap((part) => (part.part === "table" ? [part] : []))[0];

describe("the page of a run", () => {
  const root = temporaryFolder();
  const cell = { notebook: "/w/look.ipynb", executionCount: 4, code: "await aen.train(m, c)" };
  const settings = {
    ...{ id: "r1", started: "2026-03-04T13:05:06Z", cell, loss: [{ name: "energy", weight: 0.1 }] },
    model: { ...twoEmotions, configuration: { preset: "tiny" } },
    plan: { epochs: 2, threads: 3 },
    data: { train: { clips: 9, hash: "0123456789abcdef", origin: { made: "synthetic" } }, validate: null },
    versions: { node: "20.1.0" },
    machine: { processors: "2 x X", memoryGiB: 8, platform: "linux" },
    git: { commit: "abcdef0123456789", changed: true },
  };
  const made = async (id: string, run: object, more: Readonly<Record<string, unknown>> = {}) => {
    const folder = writeRecord(path.join(root, ".aen", "runs", id), {
      "run.json": run,
      "events.jsonl": eventsText([0.5, 0.75]),
      ...more,
    });
    const record = (await readRun(folder))!;
    return runPage(record, await readRunDetails(record));
  };

  it("has figures, course, matrix, settings, data, machine and origin of the run", async () => {
    const predictions = [prediction("a", 0, 0), prediction("b", 1, 0)].map((each) => JSON.stringify(each));
    const page = await made("r1", settings, {
      "predictions.jsonl": predictions.join("\n"),
      "notes.json": { name: "first", tags: ["x"], text: "why" },
    });
    assert.equal(page.title, "first");
    assert.match(page.subtitle, /^r1 · finished · UAR 75\.0 % · epoch 2 of 2 · cpu · 9 s$/);
    assert.deepEqual(page.notes!.value, { name: "first", tags: ["x"], text: "why" });
    assert.match(tableOf(page, "Figures").rows[0].join(" "), /^UAR 50\.0 % \(/);
    const [course, epochs] = partsOf(page, "Training");
    assert.ok(course.part === "view" && course.source.draws === "training-board");
    assert.deepEqual(course.source.run.plan, { loss: settings.loss, device: "cpu", epochs: 2 });
    assert.deepEqual(epochs.part === "table" && epochs.rows.map(([epoch, uar]) => [epoch, uar]), [
      ["1", "50.0 %"],
      ["2", "75.0 %"],
    ]);
    const [matrix] = partsOf(page, "Confusion matrix");
    assert.ok(matrix.part === "view" && matrix.source.draws === "confusion-matrix");
    assert.deepEqual(tableOf(page, "Data").rows, [
      ["training clips", "9 clips · synthetic · hash 0123456789ab"],
    ]);
    assert.deepEqual(Object.fromEntries(tableOf(page, "Device and versions").rows), {
      ...{ device: "cpu", threads: "3", processors: "2 x X", memory: "8 GiB", system: "linux" },
      ...{ versions: "node 20.1.0", commit: "abcdef012345, with changes" },
    });
    const [origin, code] = partsOf(page, "Where it came from");
    assert.deepEqual(origin, {
      part: "text",
      text: "Cell [4] of look.ipynb",
      action: { id: "cell", label: "Go to Cell" },
    });
    assert.deepEqual(code, { part: "code", text: cell.code });
  });

  it("shows the settings that differ from the preset, and says so where none does or nothing is known", async () => {
    const changes = [{ setting: "training.epochs", preset: 12, run: 2 }];
    const [differing] = partsOf(await made("r2", { ...settings, changes }), "Settings");
    assert.deepEqual(differing, {
      ...{
        part: "table",
        columns: ["setting", "preset tiny", "this run"],
        rows: [["training.epochs", "12", "2"]],
      },
    });
    const sentence = async (run: object) => partsOf(await made("r3", run), "Settings")[0];
    assert.deepEqual(await sentence({ ...settings, changes: [] }), {
      part: "text",
      text: "As in the preset tiny.",
    });
    assert.match(JSON.stringify(await sentence(settings)), /does not say what differs/);
  });

  it("offers to resume what can be resumed, and of a study's run its study", async () => {
    const offered = async (id: string, run: object, events?: string) =>
      (await made(id, run, events === undefined ? {} : { "events.jsonl": events })).actions.map(
        (each) => each.id,
      );
    assert.deepEqual(await offered("r4", settings), ["runAgain", "compare", "export", "delete", "text"]);
    const stopped = `${JSON.stringify({ type: "end", state: "stopped", seconds: 1 })}\n`;
    assert.equal((await offered("r5", settings, stopped))[0], "resume");
    assert.equal((await offered("r6", { study: "s1", arm: "base", seed: 1 }))[0], "study");
  });

  it("of a study's run has its curves, and the labels and the cell of the study", async () => {
    const labels = { emotions: ["Happy", "Sad"], groups: [{ name: "All", emotions: [0, 1] }] };
    writeRecord(path.join(root, ".aen", "studies", "s1"), {
      "plan.json": { name: "Which term", cell },
      "board.json": { view: "ablation-board", arms: [], labels },
    });
    const page = await made(
      "r7",
      { study: "s1", arm: "base", seed: 1 },
      { "predictions.jsonl": JSON.stringify(prediction("a", 0, 0)) },
    );
    const [course] = partsOf(page, "Training");
    assert.ok(course.part === "view" && course.source.draws === "run-curves");
    assert.equal(partsOf(page, "Confusion matrix").length, 1);
    assert.deepEqual(
      partsOf(page, "Where it came from").map((part) =>
        part.part === "text" || part.part === "code" ? part.text : "",
      ),
      ["A run of the study Which term.", cell.code],
    );
  });

  it("says what is missing of a record that holds next to nothing, and what a run warned of", async () => {
    const page = await made("r8", { data: 5, model: 7 }, { "events.jsonl": "" });
    const texts = JSON.stringify(page.sections);
    for (const sentence of [
      "has not been evaluated",
      "Nothing was recorded",
      "names no clips",
      "not started in a notebook",
    ])
      assert.ok(texts.includes(sentence), sentence);
    const warning = `${JSON.stringify({ type: "warning", message: "a slow disk", seconds: 1 })}\n`;
    const warned = await made("r9", { message: "out of memory" }, { "events.jsonl": warning });
    assert.deepEqual(partsOf(warned, "Remarks"), [
      { part: "text", text: "out of memory" },
      { part: "text", text: "a slow disk" },
    ]);
  });
});

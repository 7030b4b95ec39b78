import "../standIn/register.js";
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { RunRecord } from "../../../extension/runs/runRecord.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";
import { runRecord, studyRecord } from "./records.js";

const { answers, asked } = (await import("vscode")) as unknown as typeof standIn;
const { deleteRuns, deleteStudy } = await import("../../../extension/runs/deleteRecords.js");

describe("deleting records", () => {
  const root = temporaryFolder();
  const made = (id: string, more: Partial<RunRecord> = {}): RunRecord => {
    const folder = path.join(root, id);
    mkdirSync(folder, { recursive: true });
    return runRecord(id, { folder, ...more });
  };
  beforeEach(() => (asked.messages.length = 0));
  afterEach(() => (answers.button = undefined));

  it("asks first, and removes runs only when the user agrees", async () => {
    const [a, b] = [made("a"), made("b")];
    assert.equal(await deleteRuns([a, b]), false);
    assert.match(asked.messages[0], /^Delete 2 runs with their checkpoints/);
    assert.ok(existsSync(a.folder));
    answers.button = "Delete";
    assert.equal(await deleteRuns([a]), true);
    assert.match(asked.messages[1], /^Delete the run a with/);
    assert.deepEqual([existsSync(a.folder), existsSync(b.folder)], [false, true]);
  });

  it("removes a study with its runs", async () => {
    const [task, study] = [made("task"), studyRecord({ folder: made("study").folder })];
    answers.button = "Delete";
    assert.equal(await deleteStudy(study, [task]), true);
    assert.match(asked.messages[0], /^Delete the study Which term helps with its 1 runs/);
    assert.deepEqual([existsSync(task.folder), existsSync(study.folder)], [false, false]);
  });

  it("removes no run that is going on, nor any other with it", async () => {
    answers.button = "Delete";
    const [a, going] = [made("a"), made("c", { state: "running" })];
    assert.equal(await deleteRuns([a, going]), false);
    assert.equal(await deleteStudy(studyRecord(), [going]), false);
    const told = "The run c is still in progress. Stop it before you delete it.";
    assert.deepEqual(asked.messages, [told, told]);
    assert.ok(existsSync(a.folder));
  });
});

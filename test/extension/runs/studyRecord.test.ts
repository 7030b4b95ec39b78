import assert from "node:assert/strict";
import path from "node:path";
import {
  labelsOfStudy,
  readStudies,
  readStudy,
  runFolderOf,
  studyFolderOf,
} from "../../../extension/runs/studyRecord.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { runRecord, studyRecord, writeRecord } from "./records.js";

const board = {
  ...{ view: "ablation-board", version: 1, study: "s1", state: "finished", beta: 0.3, terms: [], arms: [] },
  labels: { emotions: ["Happy"], groups: [{ name: "Positive", emotions: [0] }] },
};

describe("a study's record", () => {
  const root = temporaryFolder();

  it("has plan, board and notes; what is no board is none", async () => {
    const folder = writeRecord(path.join(root, "studies", "s1"), {
      "plan.json": { id: "s1", name: "mine" },
      "board.json": board,
      "notes.json": { name: "named" },
    });
    writeRecord(path.join(root, "studies", "s2"), { "plan.json": {}, "board.json": { view: "other" } });
    writeRecord(path.join(root, "studies", "none"), { "plan.json": "7" });
    const studies = (await readStudies(path.join(root, "studies"))).sort((a, b) => a.id.localeCompare(b.id));
    assert.deepEqual(
      studies.map(({ id, name, notes }) => [id, name, notes.name]),
      [
        ["s1", "mine", "named"],
        ["s2", "s2", ""],
      ],
    );
    assert.deepEqual([studies[0].board, studies[1].board], [board, null]);
    assert.deepEqual(labelsOfStudy(await readStudy(folder))?.groupOf, [0]);
    assert.equal(labelsOfStudy(studyRecord()), null);
    assert.deepEqual(await readStudies(path.join(root, "nowhere")), []);
  });

  it("lies beside the runs that name it, and nowhere else whatever they name", () => {
    assert.equal(
      studyFolderOf(runRecord("r", { settings: { study: "s1" } })),
      path.join("/w/.aen/studies/s1"),
    );
    for (const study of [undefined, 5, "../../etc"])
      assert.equal(studyFolderOf(runRecord("r", { settings: { study } })), undefined);
    assert.equal(runFolderOf(studyRecord(), "s1-base"), path.join("/w/.aen/runs/s1-base"));
    assert.equal(runFolderOf(studyRecord(), "../x"), path.join("/w/.aen/runs/x"));
  });
});

import "../standIn/register.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, Uri } = (await import("vscode")) as unknown as typeof standIn;
const { exportRecord } = await import("../../../extension/runs/exportRecord.js");

describe("the export of a record", () => {
  const root = temporaryFolder();
  const page = { title: "Run", subtitle: "r1", actions: [], notes: null, sections: [] };
  beforeEach(() => {
    asked.shown.length = asked.saves.length = 0;
  });
  afterEach(() => (answers.saveAs = undefined));

  it("writes Markdown where the user says, by default beside the records, and shows it", async () => {
    answers.saveAs = Uri.file(path.join(root, "mine.md"));
    await exportRecord(page, path.join(root, ".aen", "runs", "r1"));
    assert.equal(asked.saves[0].defaultUri.fsPath, path.join(root, "r1.md"));
    assert.match(readFileSync(path.join(root, "mine.md"), "utf8"), /^# Run\n/);
    assert.deepEqual(asked.shown, [answers.saveAs]);
  });

  it("writes nothing when the dialog is closed", async () => {
    await exportRecord(page, path.join(root, ".aen", "runs", "r1"));
    assert.deepEqual(asked.shown, []);
  });
});

import "../standIn/register.js";
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { RunRecord } from "../../../extension/runs/runRecord.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, window } = (await import("vscode")) as unknown as typeof standIn;
const { runCommands } = await import("../../../extension/runs/runCommands.js");

describe("the commands on recorded runs", () => {
  const root = temporaryFolder();
  const run = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({
    ...{ id, folder: path.join(root, id), state: "finished", epoch: 1, seconds: 1, settings: {} },
    ...more,
  });
  let runs: RunRecord[];
  let refreshed: number;
  const view = {
    getChildren: async () => runs,
    getTreeItem: ({ state }: RunRecord) => ({ description: state }),
    refresh: () => refreshed++,
  };
  const commands = runCommands(view as never) as Record<string, (...given: unknown[]) => Promise<void>>;
  const [newer, older] = [run("b"), run("a")];
  beforeEach(() => {
    [runs, refreshed] = [[newer, older], 0];
    for (const list of [asked.messages, asked.panels, asked.picks, asked.shown, asked.edits, asked.executed])
      list.length = 0;
    answers.pick = (items) => items[0];
  });
  afterEach(() => {
    [answers.button, window.activeNotebookEditor] = [undefined, undefined];
    answers.pick = () => undefined;
  });

  it("open the record of the run that was clicked, or of one that is chosen by name", async () => {
    await commands["aen.runs.open"](older);
    await commands["aen.runs.open"]();
    assert.deepEqual(
      (asked.shown as standIn.Uri[]).map(({ fsPath }) => fsPath),
      [older, newer].map(({ folder }) => path.join(folder, "run.json")),
    );
    assert.deepEqual(
      asked.picks[0].items.map(({ label, description }) => [label, description]),
      [
        ["b", "finished"],
        ["a", "finished"],
      ],
    );
  });

  it("compare two selected runs, the earlier one first, on a page without scripts", async () => {
    await commands["aen.runs.compare"](newer, [newer, older]);
    const [{ title, options, webview }] = asked.panels;
    assert.equal(title, "a and b");
    assert.equal((options as { enableScripts: boolean }).enableScripts, false);
    assert.match(webview.html, /<th scope="col">a<\/th><th scope="col">b<\/th>/);
  });

  it("ask for the other run when one is given, and for two when none is", async () => {
    await commands["aen.runs.compare"](newer);
    assert.deepEqual(
      asked.picks[0].items.map(({ label }) => label),
      ["a"],
    );
    answers.pick = (items) => items;
    await commands["aen.runs.compare"]();
    assert.equal(asked.picks[1].canPickMany, true);
    assert.deepEqual(
      asked.panels.map(({ title }) => title),
      ["a and b", "a and b"],
    );
    answers.pick = (items) => items.slice(1);
    await commands["aen.runs.compare"]();
    assert.equal(asked.panels.length, 2, "one run is compared with nothing");
  });

  it("say so where there are too few runs", async () => {
    runs = [newer];
    await commands["aen.runs.compare"](newer);
    assert.match(asked.messages[0], /not enough recorded runs/);
    assert.deepEqual([asked.picks, asked.panels], [[], []]);
  });

  it("put the code that resumes a run at the end of the notebook in front", async () => {
    window.activeNotebookEditor = { notebook: { uri: "n", cellCount: 4 }, revealRange: () => {} };
    await commands["aen.runs.resume"](older);
    const [edit] = asked.edits as standIn.WorkspaceEdit[];
    const [[, [{ at, cells }]]] = edit.sets as [
      unknown,
      [{ at: number; cells: standIn.NotebookCellData[] }],
    ][];
    assert.equal(at, 4);
    assert.match(cells[0].value, /aen\.resume\(/);
    assert.deepEqual(asked.executed, [], "nothing is run");
  });

  it("delete the selected runs once the user has agreed, and show what is left", async () => {
    for (const { folder } of runs) mkdirSync(folder);
    await commands["aen.runs.delete"](newer, [newer, older]);
    assert.match(asked.messages[0], /^Delete 2 runs with their checkpoints/);
    assert.deepEqual([existsSync(newer.folder), refreshed], [true, 0], "the user has not agreed");
    answers.button = "Delete";
    await commands["aen.runs.delete"](newer);
    assert.match(asked.messages[1], /^Delete the run b with/);
    assert.deepEqual([existsSync(newer.folder), existsSync(older.folder), refreshed], [false, true, 1]);
    await commands["aen.runs.delete"](undefined, [older]);
    assert.equal(existsSync(older.folder), false);
  });

  it("delete no run that is going on, nor any other with it", async () => {
    mkdirSync(older.folder);
    answers.button = "Delete";
    await commands["aen.runs.delete"](older, [older, run("c", { state: "running" })]);
    assert.deepEqual(asked.messages, ["The run c is still in progress. Stop it before you delete it."]);
    assert.deepEqual([existsSync(older.folder), refreshed], [true, 0]);
  });
});

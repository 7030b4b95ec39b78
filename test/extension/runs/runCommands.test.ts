import "../standIn/register.js";
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RunRecord } from "../../../extension/runs/runRecord.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";
import { studyRecord } from "./records.js";

const { answers, asked, Uri, window, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { runCommands } = await import("../../../extension/runs/runCommands.js");

describe("the commands on recorded runs", () => {
  const root = temporaryFolder();
  const run = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({
    ...{ id, folder: path.join(root, id), state: "finished", epoch: 1, seconds: 1, settings: {} },
    ...more,
  });
  const study = studyRecord();
  let runs: RunRecord[];
  let refreshed: number;
  const view = {
    runs: async () => runs,
    refresh: () => refreshed++,
    ...{ sort: "newest", filter: "cpu", listed: [] as unknown[] },
    sortBy: async (sort: string) => void view.listed.push(sort),
    filterBy: async (typed: string) => void view.listed.push(typed),
  };
  const context = { extensionPath: "/ext", extensionUri: Uri.file("/ext") };
  const commands = runCommands(view as never, context as never) as Record<
    string,
    (...given: unknown[]) => Promise<void>
  >;
  const [newer, older] = [run("b"), run("a")];
  beforeEach(() => {
    [runs, refreshed] = [[newer, older], 0];
    for (const list of [
      asked.messages,
      asked.panels,
      asked.picks,
      asked.shown,
      asked.edits,
      asked.executed,
      asked.tasks,
    ])
      list.length = 0;
    answers.pick = (items) => items[0];
  });
  afterEach(() => {
    [answers.button, window.activeNotebookEditor] = [undefined, undefined];
    answers.pick = () => undefined;
  });

  it("open the page of the run that was clicked, or of one that is chosen by name; or its record as text", async () => {
    await commands["aen.runs.open"](older);
    await commands["aen.runs.open"]();
    await commands["aen.runs.openText"](older);
    await commands["aen.runs.open"](study);
    await commands["aen.runs.open"]({ kind: "study-runs", study, runs });
    assert.deepEqual(
      asked.executed.map(([command, uri, editor]) => [command, (uri as standIn.Uri).fsPath, editor]),
      [
        ["vscode.openWith", path.join(older.folder, "run.json"), "aen.run"],
        ["vscode.openWith", path.join(newer.folder, "run.json"), "aen.run"],
        ["vscode.openWith", path.join(older.folder, "run.json"), "default"],
        ["vscode.openWith", path.join(study.folder, "plan.json"), "aen.study"],
        ["vscode.openWith", path.join(study.folder, "plan.json"), "aen.study"],
      ],
    );
    assert.deepEqual(
      asked.picks[0].items.map(({ label }) => label),
      ["b", "a"],
    );
  });

  it("open the study of a run, and say so of a run without one", async () => {
    await commands["aen.runs.openStudy"](run("task", { settings: { study: "s1" } }));
    assert.match(String((asked.executed[0][1] as standIn.Uri).fsPath), /studies.s1.plan\.json$/);
    await assert.rejects(async () => commands["aen.runs.openStudy"](older), /belongs to no study/);
  });

  it("compare the selected runs, the earliest first, and those of a group", async () => {
    await commands["aen.runs.compare"](newer, [newer, older]);
    await commands["aen.runs.compare"]({
      kind: "notebook",
      notebook: null,
      children: [newer, older, run("c")],
    });
    assert.deepEqual(
      asked.panels.map(({ title }) => title),
      ["a and b", "3 runs"],
    );
  });

  it("ask for the other runs when one or none is given, with the given one chosen", async () => {
    answers.pick = (items) => items;
    await commands["aen.runs.compare"](newer);
    assert.deepEqual(
      asked.picks[0].items.map(({ label, picked }) => [label, picked]),
      [
        ["b", true],
        ["a", false],
      ],
    );
    assert.equal(asked.picks[0].canPickMany, true);
    assert.deepEqual(
      asked.panels.map(({ title }) => title),
      ["a and b"],
    );
    answers.pick = (items) => items.slice(1);
    await commands["aen.runs.compare"]();
    assert.equal(asked.panels.length, 1, "one run is compared with nothing");
  });

  it("name a run, keeping its other notes, and sort and filter the list", async () => {
    answers.input = " best ";
    await commands["aen.runs.rename"](older);
    assert.equal(JSON.parse(readFileSync(path.join(older.folder, "notes.json"), "utf8")).name, "best");
    assert.equal(refreshed, 1);
    answers.pick = (items) => items.find(({ id }) => id === "uar");
    await commands["aen.runs.sort"]();
    await commands["aen.runs.filter"]();
    await commands["aen.runs.clearFilter"]();
    assert.deepEqual(view.listed, ["uar", " best ", ""]);
    assert.equal((asked.inputs.at(-1) as { value: string }).value, "cpu");
    answers.input = undefined;
  });

  it("repeat a run from its record in a terminal", async () => {
    await commands["aen.runs.runAgain"](older);
    const [{ execution }] = asked.tasks as { execution: { args: string[]; options: { env: object } } }[];
    assert.deepEqual(execution.args.slice(-2), ["rerun", older.folder]);
    assert.deepEqual(execution.options.env, { ELECTRON_RUN_AS_NODE: "1" });
  });

  it("save a page as Markdown where the user says", async () => {
    await commands["aen.runs.export"](older);
    assert.deepEqual(asked.shown, [], "the user has closed the dialog");
    answers.saveAs = Uri.file(path.join(root, "saved.md"));
    await commands["aen.runs.export"](older);
    assert.match(readFileSync(path.join(root, "saved.md"), "utf8"), /^# a\n\na · finished/);
    await commands["aen.runs.export"](study);
    assert.match(readFileSync(path.join(root, "saved.md"), "utf8"), /^# Which term helps\n/);
    answers.saveAs = undefined;
  });

  it("delete a study with its runs, once the user has agreed", async () => {
    const task = run("task", { settings: { study: "s1" } });
    const own = studyRecord({ folder: path.join(path.dirname(root), "studies", "s1") });
    runs = [task, older];
    mkdirSync(task.folder, { recursive: true });
    answers.button = "Delete";
    await commands["aen.runs.delete"](own);
    assert.match(asked.messages[0], /^Delete the study Which term helps with its 1 runs\?/);
    assert.deepEqual([existsSync(task.folder), refreshed], [false, 1]);
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

  it("resume a run in the notebook that it came from, where no notebook is in front", async () => {
    const notebook = path.join(root, "look.ipynb");
    writeFileSync(notebook, "{}");
    const cell = { notebook, executionCount: 1, code: "await aen.train(m, c);" };
    const cells = [{ document: { getText: () => cell.code } }];
    const editor = { notebook: { uri: "look", cellCount: 2 }, revealRange: () => {} };
    const { openNotebookDocument } = workspace;
    const { showNotebookDocument } = window;
    const opened = { notebookType: "jupyter-notebook", getCells: () => cells };
    Object.assign(workspace, { openNotebookDocument: async () => opened });
    Object.assign(window, { showNotebookDocument: async () => (window.activeNotebookEditor = editor) });
    await commands["aen.runs.resume"](run("r", { settings: { cell } }));
    Object.assign(workspace, { openNotebookDocument });
    Object.assign(window, { showNotebookDocument });
    assert.equal((asked.edits as standIn.WorkspaceEdit[])[0].sets[0][0], "look");
  });
});

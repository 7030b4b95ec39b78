import "../standIn/register.js";
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mock } from "node:test";
import type { RunNode } from "../../../extension/runs/tree/runNodes.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { until } from "../../until.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, EventEmitter, happenings, Uri, workspace } =
  (await import("vscode")) as unknown as typeof standIn;
const { runsIn } = await import("../../../extension/runs/tree/runNodes.js");
const { RunsView } = await import("../../../extension/runs/runsView.js");

describe("the tree of recorded runs", () => {
  const added = new EventEmitter<unknown>();
  const trained = new EventEmitter<void>();
  const goingOn: unknown[] = [];
  const kept = new Map<string, unknown>();
  const memory = {
    get: (key: string, usual: unknown) => kept.get(key) ?? usual,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const shown = async () => (await view.getChildren()).flatMap((node: RunNode) => runsIn(node));
  const view = new RunsView(
    {
      goingOn,
      controller: { kernels: { onDidAdd: added.event } },
      onDidChange: trained.event,
    } as never,
    memory as never,
  );
  const tree = asked.trees.at(-1)!;
  let changes = 0;
  view.onDidChangeTreeData(() => changes++);
  beforeEach(() => (changes = 0));
  after(() => view.dispose());

  it("counts the trainings in progress on its icon", () => {
    goingOn.push("one", "two");
    trained.fire();
    assert.equal(tree.badge!.value, 2);
    goingOn.length = 0;
    trained.fire();
    assert.equal(tree.badge, undefined);
  });

  describe("in a workspace", () => {
    const folder = temporaryFolder();
    const record = (...parts: string[]) => {
      const where = path.join(folder, ...parts);
      mkdirSync(where, { recursive: true });
      writeFileSync(path.join(where, "run.json"), "{}");
      return Uri.file(path.join(where, "run.json"));
    };
    afterEach(() => ([workspace.workspaceFolders, answers.files] = [undefined, []]));

    it("holds the runs of its folders and of folders below, newest first, each once", async () => {
      record(".aen", "runs", "2026-02");
      answers.files = [record(".aen", "runs", "2026-01"), record("deep", "er", ".aen", "runs", "2026-03")];
      workspace.workspaceFolders = [{ uri: Uri.file(folder) }, { uri: { scheme: "virtual" } }];
      view.refresh(); // as VS Code's word of other folders does
      changes = 0;
      assert.deepEqual(
        (await shown()).map(({ id }) => id),
        ["2026-02", "2026-01"],
        "at once those of the workspace's own folder",
      );
      await until("the others are found", () => changes > 0);
      const [group] = await view.getChildren();
      const runs = await view.getChildren(group);
      assert.deepEqual(
        runs.map((run) => "id" in run && run.id),
        ["2026-03", "2026-02", "2026-01"],
      );
      assert.deepEqual(await view.getChildren(runs[0]), [], "a run has nothing below it");
      assert.equal(view.getTreeItem(group).label, "Without a notebook");
      assert.equal((await view.runs()).length, 3);
    });

    it("shows what the filter leaves, says so, and remembers it with the order", async () => {
      answers.files = [record(".aen", "runs", "2026-02"), record("deep", "er", ".aen", "runs", "2026-03")];
      await view.runs();
      await view.filterBy(" 2026-03 ");
      assert.deepEqual(
        (await shown()).map(({ id }) => id),
        ["2026-03"],
      );
      assert.match(String((tree as { message?: string }).message), /2026-03$/);
      assert.deepEqual(asked.executed.at(-1), ["setContext", "aen.runsFiltered", true]);
      assert.equal((await view.runs()).length > 1, true, "commands still offer all");
      await view.sortBy("uar");
      assert.deepEqual(
        ["runs.filter", "runs.sort"].map((key) => kept.get(key)),
        ["2026-03", "uar"],
      );
      await view.filterBy("");
      assert.equal((tree as { message?: string }).message, undefined);
      assert.equal((await shown()).length > 1, true);
    });

    it("is empty where no folder is open", async () => {
      await view.runs();
      assert.deepEqual(await view.getChildren(), []);
    });
  });

  describe("over time", () => {
    const folder = temporaryFolder();
    let runs = 0;
    const anotherRun = () => {
      const where = path.join(folder, ".aen", "runs", `run-${++runs}`);
      mkdirSync(where, { recursive: true });
      writeFileSync(path.join(where, "run.json"), "{}");
    };
    /** Lets the timer fire and what it reads come in: all of it, or as many changes as are wanted. */
    const later = async (wanted = Number.NaN) => {
      mock.timers.tick(2000);
      const end = performance.now() + (Number.isNaN(wanted) ? 300 : 20_000);
      while (changes !== wanted && performance.now() < end) await new Promise((next) => setImmediate(next));
    };
    beforeEach(() => {
      workspace.workspaceFolders = [{ uri: Uri.file(folder) }];
      mock.timers.enable({ apis: ["setTimeout"] });
    });
    afterEach(() => {
      mock.timers.reset();
      workspace.workspaceFolders = undefined;
      tree.visible = true;
    });

    it("is read anew once for many changes, while it is visible", async () => {
      anotherRun();
      for (let i = 0; i < 20; i++) happenings.file.fire();
      trained.fire();
      assert.equal(changes, 0);
      await later(1);
      assert.equal(changes, 1);
      tree.visible = false;
      anotherRun();
      happenings.file.fire();
      await later();
      assert.equal(changes, 1);
    });

    it("is read anew after a cell has run, as file changes may go unnoticed", async () => {
      const executed = new EventEmitter<void>();
      added.fire({ onDidExecute: executed.event });
      anotherRun();
      executed.fire();
      await later(1);
      assert.equal(changes, 1);
    });

    it("stays as it is where no run has changed, so that a click on a row reaches that row", async () => {
      await view.getChildren();
      happenings.file.fire();
      await later();
      assert.equal(changes, 0);
    });

    it("shows what was read to tell a change, and reads anew only the next time or when the user asks", async () => {
      const counted = async () => (await shown()).length;
      anotherRun();
      happenings.file.fire();
      await later(1);
      const before = runs;
      anotherRun();
      assert.deepEqual([await counted(), await counted()], [before, before + 1]);
      anotherRun();
      happenings.file.fire();
      await later(2);
      anotherRun();
      view.refresh();
      assert.equal(await counted(), runs);
    });

    it("is read anew at once when folders come or go, and when the user asks for it", () => {
      happenings.folders.fire();
      view.refresh();
      assert.equal(changes, 2);
    });
  });
});

import "../standIn/register.js";
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mock } from "node:test";
import type { RunRecord } from "../../../extension/runs/runRecord.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, EventEmitter, happenings, Uri, workspace } =
  (await import("vscode")) as unknown as typeof standIn;
const { canResume, RunsView } = await import("../../../extension/runs/runsView.js");

const run = (more: Partial<RunRecord> = {}): RunRecord => ({
  ...{ id: "run-1", folder: "/runs/run-1", state: "finished", epoch: 5, seconds: 61.4, settings: {} },
  ...more,
});

describe("the tree of recorded runs", () => {
  const added = new EventEmitter<unknown>();
  const trained = new EventEmitter<void>();
  const view = new RunsView({
    controller: { kernels: { onDidAdd: added.event } },
    onDidChange: trained.event,
  } as never);
  const tree = asked.trees.at(-1)!;
  let changes = 0;
  view.onDidChangeTreeData(() => changes++);
  beforeEach(() => (changes = 0));
  after(() => view.dispose());
  const item = (more?: Partial<RunRecord>) => view.getTreeItem(run(more));

  it("shows of each run its start, figures, and its state where that is not simply finished", () => {
    const started = Date.parse("2026-03-04T13:05:06");
    const { label, description } = item({ started, uar: 0.4321, epochs: 9, device: "cpu" });
    assert.match(String(label), /Mar 4.*13:05:06/);
    assert.equal(description, "UAR 43.2 % · epoch 5 of 9 · cpu");
    assert.equal(item({ state: "failed" }).description, "failed");
    assert.equal(item().label, "run-1", "without a start its id stands there");
  });

  it("tells readers of the screen the state, which others see from the icon", () => {
    const { accessibilityInformation, iconPath } = item({ state: "running", uar: 0.5 });
    assert.match(accessibilityInformation!.label, /^run-1, running, UAR 50\.0 %/);
    const { id, color } = iconPath as { id: string; color: { id: string } };
    assert.deepEqual([id, color.id], ["sync", "charts.blue"]);
    assert.equal(
      (item({ state: "of a later build" as never }).iconPath as { id: string }).id,
      "circle-outline",
    );
  });

  it("has everything that is known in its tooltip, and nothing that is not", () => {
    const { tooltip } = item({ device: "webgpu", uar: 0.5, bestEpoch: 3 });
    assert.deepEqual(String(tooltip).split("\n"), [
      ...["run-1", "State: finished", "Device: webgpu", "UAR 50.0 %, WAR –", "Best epoch: 3"],
      ...["Time: 61 s", "/runs/run-1"],
    ]);
    assert.equal(String(item().tooltip).split("\n").length, 4);
  });

  it("offers to resume what has ended too early, but for runs of a study, which goes on as a whole", () => {
    const can = (state: RunRecord["state"], settings: RunRecord["settings"] = {}) =>
      canResume(run({ state, settings }));
    const states = [
      "interrupted",
      "stopped",
      "failed",
      "running",
      "paused",
      "finished",
      "stopped early",
    ] as const;
    assert.deepEqual(
      states.map((state) => can(state)),
      [true, true, true, false, false, false, false],
    );
    assert.equal(can("failed", { study: "s" }), false);
    assert.equal(item({ state: "stopped" }).contextValue, "run.resumable");
    assert.equal(item().contextValue, "run");
  });

  it("opens a run's record when it is clicked", () => {
    const { command } = item();
    assert.equal(command!.command, "aen.runs.open");
    assert.deepEqual(command!.arguments, [run()]);
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
      const runs = await view.getChildren();
      assert.deepEqual(
        runs.map(({ id }) => id),
        ["2026-03", "2026-02", "2026-01"],
      );
      assert.deepEqual(await view.getChildren(runs[0]), [], "a run has nothing below it");
    });

    it("is empty where no folder is open", async () => assert.deepEqual(await view.getChildren(), []));
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

    it("is read anew at once when folders come or go, and when the user asks for it", () => {
      happenings.folders.fire();
      view.refresh();
      assert.equal(changes, 2);
    });
  });
});

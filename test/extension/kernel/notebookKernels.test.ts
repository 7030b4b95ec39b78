import "../standIn/register.js";
import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import path from "node:path";
import type * as standIn from "../standIn/vscode.js";

const { answers, happenings, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { folderOf, NotebookKernels } = await import("../../../extension/kernel/notebookKernels.js");

const notebookAt = (fsPath: string, scheme = "file", cells: string[] = []) =>
  ({
    uri: { scheme, fsPath, path: fsPath, toString: () => `${scheme}:${fsPath}` },
    getCells: () => cells.map((text) => ({ document: { getText: () => text } })),
  }) as never;

describe("the kernels of open notebooks", () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  let kernels: InstanceType<typeof NotebookKernels>;
  beforeEach(() => (kernels = new NotebookKernels("/extension", log as never)));
  afterEach(() => kernels.dispose());

  it("are one for each notebook, created and announced when first needed", () => {
    const added: unknown[] = [];
    kernels.onDidAdd((kernel) => added.push(kernel));
    const [a, b] = [notebookAt("/a.ipynb"), notebookAt("/b.ipynb")];
    assert.equal(kernels.existing(a), undefined);
    assert.equal(kernels.of(a), kernels.of(a));
    assert.notEqual(kernels.of(a), kernels.of(b));
    assert.equal(kernels.existing(a), kernels.of(a));
    assert.equal(kernels.existing(undefined), undefined);
    assert.deepEqual(added, kernels.all);
    assert.deepEqual(added.length, 2);
  });

  it("do not run before they are needed", () => {
    assert.equal(kernels.of(notebookAt("/a.ipynb")).state, "not started");
  });

  it("end with their notebook, and say so", () => {
    const notebook = notebookAt("/a.ipynb");
    const kernel = kernels.of(notebook);
    const changed: unknown[] = [];
    kernels.onDidChange((each) => changed.push(each));
    happenings.closed.fire(notebook);
    happenings.closed.fire(notebookAt("/never-opened.ipynb"));
    assert.equal(kernels.existing(notebook), undefined);
    assert.deepEqual(changed, [kernel]);
  });

  it("get the settings for all notebooks, and decide where there is none", () => {
    const kernel = kernels.of(notebookAt("/data/study/a.ipynb"));
    const {
      AEN_THREADS: threads,
      AEN_CHECKPOINT_SECONDS: seconds,
      AEN_CLIPS_WITH_FRAMES: clips,
    } = kernel.place().env as Record<string, string>;
    assert.deepEqual([threads, seconds, clips], [undefined, "300", "4"]);
    answers.settings = { threads: 2, memory: 1.5, checkpointInterval: 60, clipsWithFrames: 0 };
    const { env } = kernel.place() as { env: Record<string, string> };
    answers.settings = {};
    assert.deepEqual(
      [env.AEN_THREADS, env.AEN_MEMORY_GIB, env.AEN_CHECKPOINT_SECONDS, env.AEN_CLIPS_WITH_FRAMES],
      ["2", "1.5", "60", "0"],
    );
  });

  /** A kernel in which a cell has begun, which `end` ends. */
  function working(notebook: never) {
    const kernel = kernels.of(notebook);
    let end!: () => void;
    const reply = new Promise((resolve) => (end = () => resolve({ status: "ok", executionCount: 1 })));
    kernel.start = async () => ({ isAlive: true, execute: () => reply }) as never;
    void kernel.execute("", { onOutput: () => {} });
    return { kernel, end };
  }
  const begun = () => new Promise((resolve) => setImmediate(resolve));

  it("stay when a notebook is closed while a cell runs, and are found when it is opened again", async () => {
    const left: unknown[] = [];
    const moves: unknown[] = [];
    kernels.onDidLeave((each) => left.push(each));
    kernels.onDidMove((each) => moves.push(each));
    const [before, after] = [notebookAt("/a.ipynb"), notebookAt("/a.ipynb")];
    const { kernel } = working(before);
    await begun();
    happenings.closed.fire(before);
    assert.deepEqual([left, kernels.isLeft(kernel)], [[kernel], true]);
    assert.equal(kernels.of(after), kernel);
    assert.deepEqual(moves, [{ kernel, from: before, to: after }]);
    assert.deepEqual([kernel.notebook, kernels.isLeft(kernel)], [after, false]);
  });

  it("go with a notebook that is renamed, or whose folder is moved, idle or not", () => {
    for (const [oldPath, newPath] of [
      ["/study/a.ipynb", "/study/b.ipynb"],
      ["/study", "/moved"],
    ]) {
      const before = notebookAt("/study/a.ipynb");
      const after = notebookAt(newPath.endsWith("ipynb") ? newPath : `${newPath}/a.ipynb`);
      const kernel = kernels.of(before);
      const uri = (of: string) => ({ toString: () => `file:${of}` });
      happenings.renaming.fire({ files: [{ oldUri: uri(oldPath), newUri: uri(newPath) }] });
      happenings.closed.fire(before);
      assert.equal(kernels.of(after), kernel);
      happenings.closed.fire(after);
    }
  });

  it("go with an unsaved notebook that is saved under a name", () => {
    const before = notebookAt("Untitled-1.ipynb", "untitled", ["const a = 1"]);
    const saved = notebookAt("/a.ipynb", "file", ["const a = 1"]);
    const kernel = kernels.of(before);
    workspace.notebookDocuments = [before, notebookAt("/b.ipynb", "file", ["other"]), saved];
    kernels.of(saved);
    happenings.closed.fire(before);
    workspace.notebookDocuments = [];
    assert.equal(kernels.of(saved), kernel);
  });

  it("run our program in the notebook's folder, on the device of the settings as they then are", () => {
    const kernel = kernels.of(notebookAt("/data/study/a.ipynb"));
    assert.equal(kernel.place().env.AEN_DEVICE, "auto");
    answers.settings = { device: "webgpu", runInSpiteOfTypeErrors: true };
    const { entry, cwd, env, ignoreTypeErrors } = kernel.place();
    answers.settings = {};
    assert.equal(entry, path.join("/extension", "dist", "kernel", "protocol", "childProcessEntry.js"));
    assert.deepEqual([cwd, env.AEN_DEVICE, ignoreTypeErrors], ["/data/study", "webgpu", true]);
    assert.equal(env.AEN_LANGUAGE, "en", "for the words around exercises");
    assert.equal(env.AEN_NOTEBOOK, "/data/study/a.ipynb", "for the records of runs");
  });
});

describe("the folder of a notebook", () => {
  afterEach(() => (workspace.workspaceFolders = undefined));

  it("is its own, else the workspace's, else one for what is to go", () => {
    assert.equal(folderOf(notebookAt("/data/a.ipynb")), "/data");
    assert.equal(folderOf(notebookAt("Untitled-1", "untitled")), tmpdir());
    workspace.workspaceFolders = [{ uri: { fsPath: "/workspace" } }];
    assert.equal(folderOf(notebookAt("Untitled-1", "untitled")), "/workspace");
  });
});

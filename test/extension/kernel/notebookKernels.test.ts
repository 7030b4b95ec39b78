import "../standIn/register.js";
import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import path from "node:path";
import type * as standIn from "../standIn/vscode.js";

const { answers, happenings, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { folderOf, NotebookKernels } = await import("../../../extension/kernel/notebookKernels.js");

const notebookAt = (fsPath: string, scheme = "file") => ({ uri: { scheme, fsPath, path: fsPath } }) as never;

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

  it("run our program in the notebook's folder, on the device of the settings as they then are", () => {
    const kernel = kernels.of(notebookAt("/data/study/a.ipynb"));
    assert.equal(kernel.place().env.AEN_DEVICE, "auto");
    answers.settings = { device: "webgpu", runInSpiteOfTypeErrors: true };
    const { entry, cwd, env, ignoreTypeErrors } = kernel.place();
    answers.settings = {};
    assert.equal(entry, path.join("/extension", "dist", "kernel", "protocol", "childProcessEntry.js"));
    assert.deepEqual([cwd, env.AEN_DEVICE, ignoreTypeErrors], ["/data/study", "webgpu", true]);
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

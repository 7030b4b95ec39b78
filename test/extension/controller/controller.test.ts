import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type { ExecuteReply } from "../../../kernel/protocol/childProcessKernel.js";
import type { ExecuteHandlers } from "../../../kernel/protocol/openRequests.js";
import type * as standIn from "../standIn/vscode.js";

const { asked, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { Controller } = await import("../../../extension/controller/controller.js");

const noMoves = () => ({ dispose() {} });
type Answer = (code: string, handlers: ExecuteHandlers) => Promise<ExecuteReply>;
const ok = (executionCount: number): ExecuteReply => ({ status: "ok", executionCount });

function notebookOf(codes: string[]): vscode.NotebookDocument {
  const notebook = { metadata: { metadata: { kernelspec: { name: "aen" } } }, getCells: () => cells };
  const cells = codes.map((code, index) => ({
    index,
    notebook,
    document: { getText: () => code, uri: { path: "/n.ipynb", fragment: `W${index}s` } },
  }));
  return notebook as never;
}

/** Runs all cells of a notebook in a kernel that answers as told. */
async function runAll(codes: string[], answer: Answer): Promise<standIn.RecordedExecution[]> {
  asked.executions.length = 0;
  const notebook = notebookOf(codes);
  const kernels = {
    of: () => ({ notebook, execute: answer }),
    existing: () => undefined,
    onDidMove: noMoves,
  };
  new Controller(kernels as never);
  const controller = asked.controllers.at(-1)!;
  await controller.executeHandler!(notebook.getCells(), notebook, controller as never);
  return [...asked.executions];
}

describe("The controller", () => {
  it("is for Jupyter's notebooks, with an id that stays and with execution order", () => {
    new Controller({ existing: () => undefined, onDidMove: noMoves } as never);
    const { id, notebookType, supportedLanguages, supportsExecutionOrder } = asked.controllers.at(
      -1,
    )! as vscode.NotebookController;
    assert.deepEqual(
      [id, notebookType, supportedLanguages, supportsExecutionOrder],
      ["aen-notebook", "jupyter-notebook", ["typescript"], true],
    );
  });

  it("runs cells one after the other, with their order and outputs", async () => {
    let count = 0;
    const executions = await runAll(["a", "b"], async (code, { onStart, onOutput }) => {
      onStart?.(++count);
      onOutput({ output_type: "stream", name: "stdout", text: `${code} ` });
      onOutput({ output_type: "stream", name: "stdout", text: "said" });
      return ok(count);
    });
    assert.deepEqual(
      executions.map(({ executionOrder, success }) => [executionOrder, success]),
      [
        [1, true],
        [2, true],
      ],
    );
    const text = executions[1].outputs.flatMap(({ items }) => items).map(({ data }) => data.toString());
    assert.equal(text.join(""), "b said");
  });

  it("ends every execution when one fails, and runs none after it", async () => {
    const ran: string[] = [];
    const executions = await runAll(["a", "wrong", "c"], async (code) => {
      ran.push(code);
      return code === "wrong" ? { ...ok(2), status: "error", ename: "Error", evalue: "no" } : ok(1);
    });
    assert.deepEqual(ran, ["a", "wrong"]);
    assert.deepEqual(
      executions.map(({ success }) => success),
      [true, false, undefined],
    );
    assert.ok(executions.every(({ calls }) => calls.filter((call) => call === "end").length === 1));
  });

  it("ends the execution, and says so in the cell, when the kernel dies or never starts", async () => {
    for (const answer of [
      async () => ({ ...ok(1), status: "error", ename: "KernelDied", evalue: "killed" }) as ExecuteReply,
      async () => Promise.reject(new Error("killed")),
    ]) {
      const [execution] = await runAll(["a"], answer);
      assert.equal(execution.success, false);
      const error = JSON.parse(execution.outputs[0].items[0].data.toString()) as Error;
      assert.deepEqual([error.name, error.message], ["The kernel has died", "killed"]);
    }
  });

  it("draws the last of several updates of a display, in its place", async () => {
    const [execution] = await runAll(["a"], async (_, { onOutput }) => {
      const transient = { display_id: "board" };
      const data = (n: number): Record<string, unknown> => ({ "text/plain": String(n) });
      onOutput({ output_type: "display_data", data: data(0), metadata: {}, transient });
      for (let n = 1; n <= 100; n++)
        onOutput({ output_type: "update_display_data", data: data(n), metadata: {}, transient });
      return ok(1);
    });
    assert.equal(execution.outputs.length, 1);
    assert.equal(execution.outputs[0].items[0].data.toString(), "100");
    assert.ok(execution.calls.filter((call) => call === "replace items").length <= 2);
  });

  it("runs nothing where the workspace is not trusted, and says why", async () => {
    workspace.isTrusted = false;
    try {
      const executions = await runAll(["a"], () => assert.fail("it ran"));
      assert.deepEqual(executions, []);
      assert.match(asked.messages.at(-1)!, /trusted workspace/);
    } finally {
      workspace.isTrusted = true;
    }
  });
});

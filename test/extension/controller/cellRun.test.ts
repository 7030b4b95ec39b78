import "../standIn/register.js";
import assert from "node:assert/strict";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import type { ExecuteReply } from "../../../kernel/protocol/childProcessKernel.js";
import type { ExecuteHandlers } from "../../../kernel/protocol/openRequests.js";
import { until } from "../../until.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, notebooks } = (await import("vscode")) as unknown as typeof standIn;
const { CellRun } = await import("../../../extension/controller/cellRun.js");
const { DisplayedOutputs } = await import("../../../extension/outputs/displayedOutputs.js");

type CellRunParts = ConstructorParameters<typeof CellRun> extends [...infer Parts, unknown] ? Parts : never;

const ok: ExecuteReply = { status: "ok", executionCount: 7 };
const printed = (text: string): CellOutput => ({ output_type: "stream", name: "stdout", text });
const board = { "application/x": { run: "r" } };

/** A cell, and its run in a kernel that answers as told. */
function begin(answer: (handlers: ExecuteHandlers) => Promise<ExecuteReply>) {
  asked.executions.length = 0;
  const cell = {
    ...{ index: 0, executionSummary: { timing: { startTime: 5, endTime: 9 } } },
    document: { getText: () => "code", uri: { path: "/n.ipynb", fragment: "W0sZmlsZQ==" } },
    notebook: { getCells: () => [] },
  };
  const controller = notebooks.createNotebookController("id", "type", "label");
  const execution = controller.createNotebookCellExecution(cell);
  const told: unknown[] = [];
  const parts = [cell, controller, execution, new DisplayedOutputs()] as const;
  const run = new CellRun(...(parts as never as CellRunParts), (_, data) => told.push(data));
  const codes: string[] = [];
  const kernel = {
    execute: (code: string, handlers: ExecuteHandlers) => (codes.push(code), answer(handlers)),
  };
  return { cell, run, execution, told, codes, start: () => run.run(kernel as never) };
}
const texts = ({ outputs }: standIn.RecordedExecution) =>
  outputs.flatMap(({ items }) => items).map(({ data }) => Buffer.from(data).toString());

describe("one run of a cell", () => {
  it("clears what was there, shows its number and outputs, and ends as the kernel says", async () => {
    const results = { ok: [true, "ok"], error: [false, "failed"], aborted: [false, "aborted"] } as const;
    for (const [status, [success, result]] of Object.entries(results)) {
      const { execution, codes, start } = begin(async ({ onStart, onOutput }) => {
        onStart!(7);
        onOutput(printed("said"));
        return { ...ok, status: status as ExecuteReply["status"] };
      });
      assert.equal(await start(), result);
      assert.deepEqual(codes, ["code"]);
      assert.deepEqual(
        [execution.executionOrder, execution.success, texts(execution)],
        [7, success, ["said"]],
      );
      assert.deepEqual(
        [execution.calls[0], execution.calls[1], execution.calls.at(-1)],
        ["start", "clear", "end"],
      );
    }
  });

  it("tells what it has displayed", async () => {
    const { told, start } = begin(async ({ onOutput }) => {
      onOutput(printed("text"));
      onOutput({ output_type: "display_data", data: board, metadata: {} });
      return ok;
    });
    await start();
    assert.deepEqual(told, [board]);
  });

  it("asks the user for the line that it waits for", async () => {
    answers.input = "Ada";
    const { start } = begin(async ({ onInput, onOutput }) => {
      onOutput(printed(await onInput!("Name?", false)));
      return ok;
    });
    await start();
    answers.input = undefined;
    assert.deepEqual(texts(asked.executions[0]), ["Ada"]);
  });

  it("that never began is ended without a result; one that began is left alone", async () => {
    const waiting = begin(async () => ok);
    waiting.run.cancel();
    waiting.run.cancel();
    assert.deepEqual([waiting.execution.calls, waiting.execution.success], [["end"], undefined]);
    let finish!: (reply: ExecuteReply) => void;
    const running = begin(() => new Promise((resolve) => (finish = resolve)));
    const ended = running.start();
    running.run.cancel();
    assert.equal(running.execution.success, "running");
    await new Promise((resolve) => setImmediate(resolve));
    finish(ok);
    assert.equal(await ended, "ok");
  });

  it("writes late outputs in an execution of their own, which leaves number, time and result as they were", async () => {
    let late!: ExecuteHandlers;
    const { start, execution } = begin(async (handlers) => {
      late = handlers;
      handlers.onStart!(7);
      return { ...ok, status: "error", ename: "Error", evalue: "" };
    });
    await start();
    late.onOutput(printed("late"));
    await new Promise((resolve) => setImmediate(resolve));
    const [, second] = asked.executions;
    assert.deepEqual([texts(execution), texts(second)], [[], ["late"]]);
    assert.deepEqual([second.executionOrder, second.success], [7, false]);
    assert.deepEqual(second.calls, ["start", "append", "end"], "what the cell shows is not cleared");
  });

  it("writes nothing to a cell that was deleted meanwhile", async () => {
    let late!: ExecuteHandlers;
    const { start, cell } = begin(async (handlers) => {
      late = handlers;
      return ok;
    });
    await start();
    cell.index = -1;
    late.onOutput(printed("late"));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(asked.executions.length, 1);
  });

  it("ends also where the notebook takes no outputs any more", async () => {
    const { start, execution } = begin(async ({ onOutput }) => {
      onOutput(printed("said"));
      return ok;
    });
    execution.appendOutput = async () => Promise.reject(new Error("The notebook is closed."));
    assert.equal(await start(), "ok");
    assert.deepEqual([execution.calls.at(-1), execution.success], ["end", true]);
  });

  it("goes on in its cell of a notebook that was opened anew, as begun, and ends there", async () => {
    let handlers!: ExecuteHandlers;
    let finish!: (reply: ExecuteReply) => void;
    const { start, run } = begin((given) => {
      handlers = given;
      return new Promise((resolve) => (finish = resolve));
    });
    const ended = start();
    await new Promise((resolve) => setImmediate(resolve));
    handlers.onStart!(7);
    const [closed] = asked.executions;
    closed.appendOutput = () => new Promise(() => {});
    handlers.onOutput(printed("while closed, "));
    const cell = { index: 0, notebook: { getCells: () => [] }, outputs: [] };
    run.moveTo(cell as never);
    handlers.onOutput(printed("after"));
    finish(ok);
    assert.equal(await ended, "ok");
    const [, second] = asked.executions;
    assert.deepEqual([second.cell, second.executionOrder, second.success], [cell, 7, true]);
    assert.deepEqual(
      [second.calls, texts(second)],
      [
        ["start", "append", "append items", "end"],
        ["while closed, ", "after"],
      ],
    );
  });

  it("prints into a new output once its outputs were cleared", async () => {
    let handlers!: ExecuteHandlers;
    let finish!: (reply: ExecuteReply) => void;
    const { start, run, cell, execution } = begin((given) => {
      handlers = given;
      return new Promise((resolve) => (finish = resolve));
    });
    const ended = start();
    await new Promise((resolve) => setImmediate(resolve));
    handlers.onOutput(printed("before"));
    await until("it is written", () => execution.outputs.length === 1);
    Object.assign(cell, { outputs: [] });
    execution.outputs.splice(0);
    run.outputsCleared();
    handlers.onOutput(printed("after"));
    finish(ok);
    await ended;
    assert.deepEqual(texts(execution), ["after"]);
  });
});

import "../standIn/register.js";
import assert from "node:assert/strict";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import type * as standIn from "../standIn/vscode.js";

const { RecordedExecution } = (await import("vscode")) as unknown as typeof standIn;
const { CellOutputs } = await import("../../../extension/outputs/cellOutputs.js");
const { DisplayedOutputs } = await import("../../../extension/outputs/displayedOutputs.js");

const stream = (text: string, name: "stdout" | "stderr" = "stdout"): CellOutput => ({
  output_type: "stream",
  name,
  text,
});
const display = (text: string, id?: string): CellOutput => ({
  ...{ output_type: "display_data", data: { "text/plain": text }, metadata: {} },
  ...(id ? { transient: { display_id: id } } : {}),
});
const update = (text: string, id: string): CellOutput => ({
  ...{
    output_type: "update_display_data",
    data: { "text/plain": text },
    metadata: {},
    transient: { display_id: id },
  },
});
const clear = (wait: boolean): CellOutput => ({ output_type: "clear_output", wait });

/** What stands in a cell after outputs came in batches. */
async function written(...batches: CellOutput[][]) {
  const execution = new RecordedExecution({});
  const displayed = new DisplayedOutputs();
  const outputs = new CellOutputs(
    { index: 0 } as never,
    displayed,
    async (write) => void (await write(execution as never)),
    () => 1,
    () => undefined,
  );
  for (const batch of batches) {
    for (const output of batch) outputs.push(output);
    await outputs.drained();
  }
  const texts = execution.outputs.map(({ items }) =>
    items.map(({ data }) => Buffer.from(data).toString()).join(""),
  );
  return { texts, calls: execution.calls };
}

describe("outputs of a cell", () => {
  it("come into the notebook in order, text of one stream as one output", async () => {
    const { texts } = await written([
      stream("a"),
      stream("b"),
      stream("!", "stderr"),
      display("shown"),
      stream("c"),
    ]);
    assert.deepEqual(texts, ["ab", "!", "shown", "c"]);
  });

  it("of text join the last stream", async () => {
    const { texts, calls } = await written([stream("a")], [stream("b")], [stream("c")]);
    assert.deepEqual(texts, ["abc"]);
    assert.deepEqual(calls, ["append", "append items", "append items"]);
  });

  it("of an endless printer are few writes: what waits is joined before it is written", async () => {
    const { texts, calls } = await written(Array.from({ length: 1000 }, () => stream("x")));
    assert.equal(texts.join(""), "x".repeat(1000));
    assert.ok(calls.length <= 3, `${calls.length} writes`);
  });

  it("that are updates replace the current one; of several pending updates only the last is applied", async () => {
    const waiting = [stream("a"), update("two", "id"), update("three", "id"), stream("b")];
    const { texts, calls } = await written([display("one", "id")], waiting);
    assert.deepEqual(texts, ["three", "ab"]);
    assert.equal(calls.filter((call) => call === "replace items").length, 1);
  });

  it("are cleared at once, or with the next output so that nothing flickers", async () => {
    assert.deepEqual((await written([stream("old"), clear(false)])).texts, []);
    assert.deepEqual((await written([stream("old"), clear(true)])).texts, ["old"]);
    assert.deepEqual((await written([stream("old"), clear(true), stream("new")])).texts, ["new"]);
    assert.deepEqual((await written([stream("old")], [clear(true)], [stream("new")], [stream("er")])).texts, [
      "newer",
    ]);
  });

  it("that are errors end the stream before them", async () => {
    const error: CellOutput = { output_type: "error", ename: "E", evalue: "v", traceback: [] };
    const { texts } = await written([stream("a"), error, stream("b")]);
    assert.deepEqual([texts[0], texts[2]], ["a", "b"]);
    assert.equal((JSON.parse(texts[1]) as { name: string }).name, "E");
  });
});

import assert from "node:assert/strict";
import { OutputCollector } from "../../../kernel/notebook/cellOutputs.js";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { codeCell } from "./cell.js";

function collected(...outputs: CellOutput[]): unknown {
  const cell = codeCell("");
  const collector = new OutputCollector();
  for (const output of outputs) collector.add(cell, output);
  return cell.outputs;
}

const stdout = (text: string): CellOutput => ({ output_type: "stream", name: "stdout", text });
const shown = (text: string, id?: string): CellOutput => ({
  output_type: "display_data",
  data: { "text/plain": text },
  metadata: {},
  transient: { display_id: id },
});

describe("outputs of a cell", () => {
  it("join the text of one stream", () => {
    assert.deepEqual(collected(stdout("a\n"), stdout("b\n")), [
      { output_type: "stream", name: "stdout", text: "a\nb\n" },
    ]);
  });

  it("keep of a redrawn line what a terminal would show", () => {
    assert.deepEqual(collected(stdout(" 10 %\r"), stdout(" 20 %\r100"), stdout(" %\n")), [
      { output_type: "stream", name: "stdout", text: "100 %\n" },
    ]);
    assert.deepEqual(collected(stdout("windows\r\nline\r\n")), [
      { output_type: "stream", name: "stdout", text: "windows\r\nline\r\n" },
    ]);
  });

  it("change every display of an id when it is updated, and keep no transient data", () => {
    const update: CellOutput = {
      output_type: "update_display_data",
      data: { "text/plain": "new" },
      metadata: {},
      transient: { display_id: "x" },
    };
    const after = { output_type: "display_data", data: { "text/plain": "new" }, metadata: {} };
    assert.deepEqual(collected(shown("old", "x"), shown("old", "x"), update), [after, after]);
  });

  it("are cleared at once, or by the next output when asked to wait", () => {
    assert.deepEqual(collected(shown("a"), { output_type: "clear_output", wait: false }), []);
    const waiting: CellOutput = { output_type: "clear_output", wait: true };
    assert.equal((collected(shown("a"), waiting) as unknown[]).length, 1);
    assert.deepEqual(collected(shown("a"), waiting, stdout("b")), [
      { output_type: "stream", name: "stdout", text: "b" },
    ]);
  });
});

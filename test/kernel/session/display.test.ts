import assert from "node:assert/strict";
import { inspect } from "node:util";
import { displayMethod } from "../../../kernel/contracts/mimeBundle.js";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { display, type DisplayHandle } from "../../../kernel/session/display.js";
import { recordedCell } from "./recordedCell.js";

describe("display", () => {
  /** What a body displays in a cell. */
  function shown(body: () => unknown): unknown[] {
    const { cell, outputs } = recordedCell();
    runInCell(cell, body);
    return outputs;
  }

  const forms: Record<string, [() => DisplayHandle, Record<string, unknown>]> = {
    "a value as text": [() => display([1, "a"]), { "text/plain": "[ 1, 'a' ]" }],
    HTML: [() => display.html("<b>x</b>"), { "text/html": "<b>x</b>" }],
    Markdown: [() => display.markdown("*x*"), { "text/markdown": "*x*" }],
    LaTeX: [() => display.latex("$x$"), { "text/latex": "$x$" }],
    SVG: [() => display.svg("<svg/>"), { "image/svg+xml": "<svg/>" }],
    JSON: [() => display.json({ a: [1] }), { "application/json": { a: [1] } }],
    text: [() => display.text("x"), { "text/plain": "x" }],
    "several forms": [
      () => display.bundle({ "text/plain": "x", "application/b+json": 1 }),
      { "text/plain": "x", "application/b+json": 1 },
    ],
    "the bytes of a view, not of what is around it": [
      () => display.png(Uint8Array.of(0, 1, 2, 0).subarray(1, 3)),
      { "image/png": "AQI=" },
    ],
    JPEG: [() => display.jpeg(Uint8Array.of(255)), { "image/jpeg": "/w==" }],
  };
  for (const [what, [body, data]] of Object.entries(forms)) {
    it(`shows ${what}`, () => {
      let id = "";
      const outputs = shown(() => (id = body().id));
      assert.deepEqual(outputs, [
        { output_type: "display_data", data, metadata: {}, transient: { display_id: id } },
      ]);
    });
  }

  it("gives each a place of its own, and replaces what has been shown under the same id", () => {
    const outputs = shown(() => {
      display.text("one", { id: "progress-test", metadata: { isolated: true } });
      display.text("other");
      display.text("two", { id: "progress-test" });
    }) as { output_type: string; metadata: object; transient: { display_id: string } }[];
    assert.deepEqual(
      outputs.map((output) => output.output_type),
      ["display_data", "display_data", "update_display_data"],
    );
    assert.deepEqual(outputs[0].metadata, { isolated: true });
    const [first, other, second] = outputs.map(({ transient }) => transient.display_id);
    assert.equal(second, first);
    assert.notEqual(other, first);
  });

  it("can be updated or taken away later, in the cell that showed it, after it has been shown", async () => {
    const changes: [(handle: DisplayHandle) => Promise<void>, Record<string, string>][] = [
      [(handle) => handle.update("quick"), { "text/plain": "'quick'" }],
      [(handle) => handle.clear(), { "text/plain": "", "text/html": "" }],
    ];
    for (const [change, data] of changes) {
      const { cell, outputs } = recordedCell();
      let drawn = () => {};
      const slow = {
        [displayMethod]: () => new Promise<object>((done) => (drawn = () => done({ "text/plain": "slow" }))),
      };
      const handle = runInCell(cell, () => display(slow));
      const changed = change(handle);
      drawn();
      await changed;
      assert.deepEqual(
        outputs.map((output) => [output.output_type, "data" in output && output.data]),
        [
          ["display_data", { "text/plain": "slow" }],
          ["update_display_data", data],
        ],
      );
    }
  });

  it("updates a value in the form in which it was shown, and another kind of value as itself", async () => {
    const { cell, outputs } = recordedCell();
    const html = runInCell(cell, () => display.html("<b>1</b>"));
    await html.update("<b>2</b>");
    await html.update(3);
    const png = runInCell(cell, () => display.png(Uint8Array.of(0)));
    await png.update(Uint8Array.of(255));
    const bundle = runInCell(cell, () => display.bundle({ "application/b+json": 1 }));
    await bundle.update({ "application/b+json": 2 });
    assert.deepEqual(
      outputs.map((output) => "data" in output && output.data),
      [
        { "text/html": "<b>1</b>" },
        { "text/html": "<b>2</b>" },
        { "text/plain": "3" },
        { "image/png": "AA==" },
        { "image/png": "/w==" },
        { "application/b+json": 1 },
        { "application/b+json": 2 },
      ],
    );
  });

  it("gives a handle that prints as its id, with nothing of the cell", () => {
    const { cell } = recordedCell();
    const handle = runInCell(cell, () => display.text("x", { id: "one" }));
    assert.equal(inspect({ handle }), "{ handle: DisplayHandle { id: 'one' } }");
    assert.equal(JSON.stringify(handle), '{"id":"one"}');
  });

  it("clears the cell's outputs, at once or with the next one", () => {
    assert.deepEqual(
      shown(() => (display.clear(), display.clear({ wait: true }))),
      [false, true].map((wait) => ({ output_type: "clear_output", wait })),
    );
  });

  it("is refused where no cell is running", () => {
    assert.throws(() => display(1), /works only inside a cell, and no cell is running/);
    assert.equal(display.clear(), undefined);
  });
});

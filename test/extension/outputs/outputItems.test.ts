import "../standIn/register.js";
import assert from "node:assert/strict";

const { bundleOutput, outputItems, streamItem } = await import("../../../extension/outputs/outputItems.js");

const text = (data: Uint8Array) => Buffer.from(data).toString("utf8");

describe("the forms of an output", () => {
  it("are sorted richest first", () => {
    const forms = [
      ...[
        "application/vnd.aen.timeline.v1+json",
        "application/vnd.plotly.v1+json",
        "application/vnd.vega.v5+json",
      ],
      ...["text/html", "text/markdown", "text/latex", "image/svg+xml", "application/x-own", "text/plain"],
    ];
    const mimes = (order: string[]) =>
      outputItems(Object.fromEntries(order.map((mime) => [mime, ""]))).map(({ mime }) => mime);
    assert.deepEqual(mimes(forms), forms);
    assert.deepEqual(mimes([...forms].reverse()), forms);
  });

  it("keep their content: pictures out of base64, JSON as JSON, text as text, lines joined", () => {
    const written = (mime: string, value: unknown) => outputItems({ [mime]: value })[0].data;
    assert.deepEqual([...written("image/png", "AQID")], [1, 2, 3]);
    assert.equal(text(written("image/svg+xml", "<svg/>")), "<svg/>");
    assert.equal(text(written("text/plain", ["größe\n", "two"])), "größe\ntwo");
    assert.equal(text(written("application/json", ["a"])), '["a"]');
    assert.equal(text(written("application/x+json", "a text")), '"a text"');
    assert.equal(text(written("application/vnd.aen.timeline.v1+json", { a: 1 })), '{"a":1}');
  });
});

describe("an output for the notebook", () => {
  it("has the marks by which VS Code writes it into the .ipynb as what it was", () => {
    const data = { "text/plain": "1" };
    const metadata = { isolated: true };
    const result = bundleOutput({ output_type: "execute_result", execution_count: 4, data, metadata });
    assert.deepEqual(result.metadata, { outputType: "execute_result", executionCount: 4, metadata });
    const displayed = bundleOutput({ output_type: "display_data", data, metadata });
    assert.deepEqual(displayed.metadata, { outputType: "display_data", metadata });
  });

  it("of a stream is of that stream", () => {
    assert.deepEqual(
      (["stdout", "stderr"] as const).map((name) => streamItem(name, "x").mime),
      ["application/vnd.code.notebook.stdout", "application/vnd.code.notebook.stderr"],
    );
  });
});

import assert from "node:assert/strict";
import { compileVegaLite } from "../../../media/drawing/vegaLite.js";

const spec = { data: { values: [{ a: 1 }, { a: 2 }] }, mark: "bar", encoding: { x: { field: "a" } } };

describe("the compiler of Vega-Lite", () => {
  it("makes Vega that draws the marks from the data", () => {
    const { $schema, data, marks } = compileVegaLite(spec);
    assert.match($schema!, /\/schema\/vega\/v\d/);
    assert.deepEqual((data![0] as { values: unknown }).values, spec.data.values);
    assert.deepEqual(
      marks!.map(({ type }) => type),
      ["rect"],
    );
  });

  it("keeps the warnings to itself that a user's specification may give", () => {
    const written: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => written.push(words);
    try {
      compileVegaLite({ ...spec, encoding: { ...spec.encoding, shape: { field: "a", type: "nominal" } } });
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(written, []);
  });

  it("refuses what is no specification", () => {
    assert.throws(() => compileVegaLite({ mark: "bar", layer: 3, data: null, encoding: 1 }), Error);
    assert.throws(() => compileVegaLite({}), /Invalid specification/);
  });
});

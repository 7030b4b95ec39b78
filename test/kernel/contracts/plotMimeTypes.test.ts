import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isCartesian } from "../../../kernel/contracts/plotMimeTypes.js";

/** The trace types that plotly.js's cartesian bundle says it contains. */
function tracesOfBundle(): string[] {
  const manifest = createRequire(import.meta.url).resolve("plotly.js-cartesian-dist-min/package.json");
  const readme = readFileSync(path.join(path.dirname(manifest), "README.md"), "utf8");
  const [line] = /^Contains trace modules .*$/m.exec(readme)!;
  return [...line.matchAll(/`(\w+)`/g)].map(([, type]) => type);
}

const figure = (...types: (string | undefined)[]) => ({ data: types.map((type) => ({ type, y: [1] })) });

describe("plotly.js's cartesian bundle", () => {
  const types = tracesOfBundle();

  it("is enough for the traces that its README lists, together or each alone", () => {
    assert.ok(types.length > 10, types.join());
    assert.ok(isCartesian(figure(...types)));
    for (const type of types) assert.ok(isCartesian(figure(type)), type);
  });

  it("is not enough as soon as one trace is of another type", () => {
    for (const type of ["scatter3d", "surface", "scattergl", "sankey", "scatterpolar", "Scatter", ""]) {
      assert.equal(isCartesian(figure(types[0], type)), false, type);
    }
    assert.equal(isCartesian({ data: [{ type: 3 }] }), false);
  });

  it("draws a trace without a type, which is a scatter plot", () => {
    assert.ok(isCartesian(figure(undefined)));
    assert.ok(isCartesian({ data: [null, {}] }));
  });

  it("is enough for what is no figure, which no bundle draws", () => {
    for (const value of [undefined, null, "figure", {}, { data: "traces" }, { data: [] }]) {
      assert.ok(isCartesian(value));
    }
  });
});

import "../standIn/register.js";
import assert from "node:assert/strict";

const { errorOutput } = await import("../../../extension/outputs/errorOutput.js");

const error = {
  output_type: "error" as const,
  ename: "TypeError",
  evalue: "x is not a function",
  traceback: ["TypeError: x is not a function", "    at run (Cell [2]:3:5)"],
};

describe("an error of a cell", () => {
  const shown = errorOutput(error, 5, (count) => (count === 2 ? "a\nb\nx()" : undefined));

  it("is drawn with its name and message, its lines leading to the cells", () => {
    const drawn = JSON.parse(Buffer.from(shown.items[0].data).toString()) as Record<string, string>;
    assert.deepEqual([drawn.name, drawn.message], ["TypeError", "x is not a function"]);
    assert.match(drawn.stack, /Cell In\[2\], line 3\n.*----> 3 x\(\)/s);
  });

  it("is kept in the kernel's own words for the .ipynb", () => {
    assert.deepEqual(shown.metadata, { outputType: "error", originalError: error });
  });
});

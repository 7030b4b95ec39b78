import "../../standIn/register.js";
import assert from "node:assert/strict";

const { originSection } = await import("../../../../extension/runs/page/originSection.js");

describe("where a run came from", () => {
  const first = (cell: Parameters<typeof originSection>[0]) => originSection(cell).parts[0];

  it("offers the way to a notebook that was saved, and names any other place", () => {
    assert.deepEqual(first({ notebook: "/w/a.ipynb", executionCount: 2 }), {
      ...{ part: "text", text: "Cell [2] of a.ipynb", action: { id: "cell", label: "Go to Cell" } },
    });
    assert.deepEqual(first({ notebook: null, code: "x" }), {
      part: "text",
      text: "Cell [–] of a notebook that was not saved",
    });
    assert.deepEqual(first(null), { part: "text", text: "It was not started in a notebook." });
  });
});

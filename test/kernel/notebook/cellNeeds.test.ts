import assert from "node:assert/strict";
import { cellNeeds } from "../../../kernel/notebook/cellNeeds.js";
import { flow } from "./flow.js";

describe("the cells that a cell needs", () => {
  it("are those that declare what it reads, as values and as types, and what these need", () => {
    const flows = [
      flow({ declares: "size" }),
      flow({ declares: "Box" }),
      flow({ reads: "size", types: "Box", declares: "box" }),
      flow({ declares: "other" }),
      flow({ reads: "box" }),
    ];
    assert.deepEqual(cellNeeds(flows), [[], [], [0, 1], [], [0, 1, 2]]);
  });

  it("are those that assign it later, and for an assignment the declaration", () => {
    const flows = [
      flow({ declares: "size" }),
      flow({ writes: "size" }),
      flow({ writes: "size" }),
      flow({ reads: "size" }),
      flow({ writes: "size" }),
    ];
    assert.deepEqual(cellNeeds(flows), [[], [0], [0, 1], [0, 1, 2], [0, 1, 2]]);
  });

  it("are not those of an earlier variable of the same name", () => {
    const flows = [flow({ declares: "size" }), flow({ declares: "size" }), flow({ reads: "size" })];
    assert.deepEqual(cellNeeds(flows)[2], [1]);
  });

  it("are those that may have changed it from within, but not those that only read it", () => {
    const flows = [
      flow({ declares: "list" }),
      flow({ reads: "list", changes: "list" }),
      flow({ reads: "list" }),
      flow({ reads: "list" }),
    ];
    assert.deepEqual(cellNeeds(flows), [[], [0], [0, 1], [0, 1]]);
  });

  it("are those that may have changed it under another name", () => {
    const flows = [
      flow({ declares: "list" }),
      flow({ reads: "list", changes: "list", declares: "same" }),
      flow({ reads: "same", changes: "same" }),
      flow({ reads: "list" }),
    ];
    assert.deepEqual(cellNeeds(flows)[3], [0, 1, 2]);
  });

  it("are not those that read another variable of a needed cell", () => {
    const flows = [
      flow({ declares: "model" }),
      flow({ declares: "epochs seed" }),
      flow({ reads: "epochs model", changes: "model", declares: "run" }),
      flow({ reads: "seed" }),
    ];
    assert.deepEqual(cellNeeds(flows)[3], [1]);
  });
});

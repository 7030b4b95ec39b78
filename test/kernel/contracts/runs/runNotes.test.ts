import assert from "node:assert/strict";
import { noNotes, parseNotes, tagsOf } from "../../../../kernel/contracts/runs/runNotes.js";

describe("the notes on a run", () => {
  it("are read as far as they make sense", () => {
    const whole = { name: "with energy", tags: ["a", "b"], text: "better" };
    assert.deepEqual(parseNotes(JSON.stringify(whole)), whole);
    assert.deepEqual(parseNotes('{"name":1,"tags":["a",2,null],"text":{}}'), {
      name: "",
      tags: ["a"],
      text: "",
    });
    for (const damaged of ["", "{", "null", "[]"]) assert.deepEqual(parseNotes(damaged), noNotes, damaged);
  });

  it("have tags as they were typed between commas, each once", () => {
    assert.deepEqual(tagsOf(" baseline , seed 7,,baseline, "), ["baseline", "seed 7"]);
    assert.deepEqual(tagsOf(" , "), []);
  });
});

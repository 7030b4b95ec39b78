import assert from "node:assert/strict";
import * as core from "@tensorflow/tfjs-core";
import * as whole from "@tensorflow/tfjs";
import * as aen from "../../../../../kernel/aen/index.js";
import { knownName } from "../../../../../kernel/aen/losses/functionIdentity/knownValues.js";

describe("a value that is the same in every process", () => {
  it("has a name: tf, from whichever package, aen, and what the language has", () => {
    assert.deepEqual([core, whole, aen].map(knownName), ["tf", "tf", "aen"]);
    assert.deepEqual([Math, JSON, Array].map(knownName), ["Math", "JSON", "Array"]);
    assert.deepEqual([Math.sqrt, Number.isFinite, Object.entries].map(knownName), [
      "Math.sqrt",
      "Number.isFinite",
      "Object.entries",
    ]);
  });

  it("has none for a user's own value, or anything that is not an object", () => {
    for (const value of [{}, [], () => 1, Math.PI, "Math", null, undefined, 0, { matMul: 1 }])
      assert.equal(knownName(value), null);
  });
});

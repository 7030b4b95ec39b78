import assert from "node:assert/strict";
import { hideArguments } from "../../../kernel/session/processArguments.js";

describe("the arguments of a process", () => {
  it("are a notebook's while cells run in it, and its own afterwards", () => {
    const { argv } = process;
    const restore = hideArguments("/notes/notebook.ts");
    assert.deepEqual(process.argv, [argv[0], "/notes/notebook.ts"]);
    restore();
    assert.equal(process.argv, argv);
  });

  it("stay those that a cell has set", () => {
    const { argv } = process;
    const restore = hideArguments("/notes/notebook.ts");
    process.argv = ["mine"];
    restore();
    assert.deepEqual(process.argv, ["mine"]);
    process.argv = argv;
  });
});

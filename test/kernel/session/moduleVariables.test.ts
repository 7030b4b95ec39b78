import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { moduleVariables } from "../../../kernel/session/moduleVariables.js";

describe("the variables of a module", () => {
  it("are those that Node gives its modules", () => {
    const file = path.resolve("notes/notebook.ts");
    const require = createRequire(file);
    const variables = moduleVariables(file, require);
    const folder = path.dirname(file);
    assert.deepEqual([variables.__filename, variables.__dirname, variables.require], [file, folder, require]);
    assert.equal(variables.module.exports, variables.exports);
    assert.equal(variables.module.filename, file);
    assert.equal(variables.module.paths[0], path.join(folder, "node_modules"));
    assert.equal(variables.module.loaded, false);
  });
});

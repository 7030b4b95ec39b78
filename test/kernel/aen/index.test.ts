import assert from "node:assert/strict";
import path from "node:path";
import { packageFolder, programOf } from "../../projectProgram.js";
import { PublicTypes } from "./publicTypes.js";

describe("the names that aen exports", function () {
  this.timeout(120_000);

  it("hold every type that a public signature names", () => {
    const entry = path.join(packageFolder, "kernel/aen/index.ts");
    const types = new PublicTypes(programOf([entry]), entry, packageFolder);
    const missing = types.missing.map(({ name, file }) => `${name} (${file})`).sort();
    assert.deepEqual(missing, [], "export them in kernel/aen/index.ts");
  });
});

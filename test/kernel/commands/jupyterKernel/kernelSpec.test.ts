import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isLeftover, isOurKernel, kernelSpec } from "../../../../kernel/commands/jupyterKernel/kernelSpec.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the kernelspec", () => {
  const folder = temporaryFolder();
  const isOurs = (spec: unknown) => {
    writeFileSync(path.join(folder, "kernel.json"), typeof spec === "string" ? spec : JSON.stringify(spec));
    return isOurKernel(folder);
  };

  it("starts an entry that exists, with the connection file as its argument", () => {
    const argv = kernelSpec().argv as string[];
    assert.equal(argv.at(-1), "{connection_file}");
    assert.ok(existsSync(argv.at(-2)!), argv.at(-2));
  });

  it("takes no half-written description of it for somebody else's file", () => {
    assert.deepEqual([isLeftover("kernel.json.1-2.partial"), isLeftover("kernel.json")], [true, false]);
  });

  it("is known again, also as the first version wrote it", () => {
    assert.ok(isOurs(kernelSpec()));
    const argv = ["node", "C:\\aen\\dist\\kernel\\protocol\\jupyterEntry.js", "{connection_file}"];
    assert.ok(isOurs({ argv }));
  });

  for (const other of [{ argv: ["python", "-m", "ipykernel_launcher"] }, {}, [], "null", "{", ""])
    it(`of others is not taken for ours: ${JSON.stringify(other)}`, () => assert.equal(isOurs(other), false));
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readParametersFile } from "../../../kernel/notebook/parametersFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("a file of parameters", () => {
  const folder = temporaryFolder();
  const written = (name: string, text: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  it("holds values by name, in JSON or in YAML", async () => {
    const values = { epochs: 20, name: "007", rates: [0.1, 1e-3], nested: { on: true, none: null } };
    const yaml = 'epochs: 20\nname: "007"\nrates:\n  - 0.1\n  - 1e-3\nnested: { on: true, none: null }\n';
    assert.deepEqual(await readParametersFile(written("a.json", `\uFEFF${JSON.stringify(values)}`)), values);
    for (const name of ["a.yaml", "a.yml", "a"])
      assert.deepEqual(await readParametersFile(written(name, yaml)), values);
  });

  it("takes words for what YAML 1.2 says: `no` and dates are text, `.nan` is a number", async () => {
    const read = await readParametersFile(written("b.yaml", "a: no\nb: 2023-06-01\nc: .nan\nd: 0x10\n"));
    assert.deepEqual(read, { a: "no", b: "2023-06-01", c: NaN, d: 16 });
  });

  it("may be empty", async () => {
    assert.deepEqual(await readParametersFile(written("c.yaml", "# nothing\n")), {});
  });

  it("says what is wrong with it", async () => {
    const said = (name: string, text: string) => readParametersFile(written(name, text));
    await assert.rejects(said("d.json", "{"), /--parameters-file .*d\.json is not JSON: /);
    await assert.rejects(said("d.yaml", "a: [1"), /--parameters-file .*d\.yaml is not YAML: /);
    await assert.rejects(said("e.yaml", "- 1"), /e\.yaml: expected values by name/);
    await assert.rejects(said("e.json", "5"), /e\.json: expected values by name/);
    await assert.rejects(
      readParametersFile(path.join(folder, "none.yaml")),
      /none\.yaml: it does not exist\.$/,
    );
  });
});

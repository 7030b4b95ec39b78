import assert from "node:assert/strict";
import path from "node:path";
import { dataFolder } from "../../../../kernel/commands/jupyterKernel/dataFolder.js";

describe("Jupyter's data folder", () => {
  const names = ["JUPYTER_DATA_DIR", "XDG_DATA_HOME"] as const;
  const before = names.map((name) => process.env[name]);
  afterEach(() =>
    names.forEach((name, i) => {
      if (before[i] === undefined) delete process.env[name];
      else process.env[name] = before[i];
    }),
  );

  it("is share/jupyter in an environment", () => {
    assert.equal(dataFolder({ name: "aen", prefix: "/opt/env" }), path.resolve("/opt/env/share/jupyter"));
  });

  it("is the user's own otherwise, where JUPYTER_DATA_DIR or XDG_DATA_HOME says", function () {
    if (process.platform !== "linux") this.skip();
    delete process.env.JUPYTER_DATA_DIR;
    process.env.XDG_DATA_HOME = "/data";
    assert.equal(dataFolder({ name: "aen" }), "/data/jupyter");
    process.env.JUPYTER_DATA_DIR = "/own";
    assert.equal(dataFolder({ name: "aen", user: true }), "/own");
  });

  it("is not guessed from two places", () => {
    assert.throws(
      () => dataFolder({ name: "aen", user: true, prefix: "/opt" }),
      /--user or --prefix, not both/,
    );
  });
});

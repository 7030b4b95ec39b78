import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../../temporaryFolder.js";

const entry = fileURLToPath(new URL("../../../kernel/protocol/jupyterEntry.ts", import.meta.url));

describe("the program that Jupyter starts", () => {
  const folder = temporaryFolder();

  it("closes a connection file to others before anything else, and says so", function () {
    if (process.platform === "win32") this.skip();
    const file = path.join(folder, "connection.json");
    // a scheme that it refuses, so that it ends at once
    writeFileSync(file, JSON.stringify({ key: "k", signature_scheme: "none-such" }));
    chmodSync(file, 0o644);
    const start = () => spawnSync(process.execPath, ["--import", "tsx", entry, file], { encoding: "utf8" });
    const first = start();
    assert.equal(first.status, 2);
    assert.match(
      first.stderr,
      /Others could read the connection file .*connection\.json, .* Now only you can\./,
    );
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.doesNotMatch(start().stderr, /Others could/);
  });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

describe("npm's configuration of the project", function () {
  this.timeout(30_000);

  it("has no key that npm does not know", () => {
    const { stdout, stderr } = spawnSync("npm", ["pkg", "get", "name"], { encoding: "utf8" });
    assert.match(stdout, /aen-notebook/);
    assert.doesNotMatch(stderr, /unknown/i);
  });

  it("keeps npm from running scripts before and after others, so package.json has none", () => {
    assert.match(readFileSync(".npmrc", "utf8"), /^ignore-scripts=true$/m);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const around = Object.keys(scripts).filter((name) => name.replace(/^(pre|post)/, "") !== name);
    assert.deepEqual(around, []);
  });
});

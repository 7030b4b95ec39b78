import "../../standIn/register.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const { pageAction, pageCommands } = await import("../../../../extension/runs/page/pageActions.js");

describe("the buttons of a page", () => {
  it("have labels that differ, and commands that exist", () => {
    const names = Object.keys(pageCommands) as (keyof typeof pageCommands)[];
    assert.equal(new Set(names.map((name) => pageAction(name).label)).size, names.length);
    const manifest = readFileSync("package.json", "utf8");
    for (const command of Object.values(pageCommands))
      assert.ok(manifest.includes(`"command": "${command}"`), command);
  });
});

import assert from "node:assert/strict";
import { register } from "../../../kernel/commands/devices.js";
import type { Device } from "../../../kernel/engine/contract.js";
import { inProcess } from "./inProcess.js";

describe("aen devices", function () {
  this.timeout(30_000);

  it("lists every device with a mark for those that can be used, and why others cannot", async () => {
    const { stdout, status } = await inProcess(register, "devices");
    assert.equal(status, 0);
    const lines = stdout.trimEnd().split("\n");
    const marked = lines.filter((line) => /^[✓–] \w+ +\S/.test(line));
    assert.equal(lines.length, 2 * marked.length, "each with a line on how it is used, or why not");
    assert.ok(
      marked.some((line) => line.startsWith("✓ cpu")),
      stdout,
    );
  });

  it("prints the same as JSON", async () => {
    const devices = JSON.parse((await inProcess(register, "devices", "--json")).stdout) as Device[];
    const { stdout } = await inProcess(register, "devices");
    const usable = devices.filter((device) => device.usable).map(({ device }) => device);
    assert.deepEqual(
      usable,
      [...stdout.matchAll(/^✓ (\w+)/gm)].map(([, device]) => device),
    );
  });
});

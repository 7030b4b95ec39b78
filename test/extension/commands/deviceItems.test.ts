import "../standIn/register.js";
import assert from "node:assert/strict";
import type { Device } from "../../../kernel/engine/contract.js";

const { deviceItems } = await import("../../../extension/commands/deviceItems.js");

const device = (device: Device["device"], usable: boolean, more: Partial<Device> = {}): Device => ({
  ...{ device, usable, name: `${device}'s name`, note: `${device}'s note`, ...more },
});
const devices = [
  device("cuda", false),
  device("webgpu", true, { memory: 8 * 2 ** 30 }),
  device("cpu", true),
  device("tensorflow", true),
];

describe("devices to choose from", () => {
  it("are auto, those that are usable, and below a line the others with the reason", () => {
    const items = deviceItems(devices, "cpu");
    assert.deepEqual(
      items.map(({ device, label }) => device ?? `-- ${label}`),
      ["auto", "webgpu", "cpu", "tensorflow", "-- not usable here", "cuda"],
    );
    assert.equal(items.at(-1)!.detail, "cuda's note");
  });

  it("mark the current one, and show what auto would use and a card's memory", () => {
    const [auto, webgpu, cpu] = deviceItems(devices, "cpu");
    assert.equal(auto.description, "the fastest available: webgpu");
    assert.equal(webgpu.description, "webgpu's name, 8.0 GiB");
    assert.deepEqual([webgpu.label, cpu.label], ["webgpu", "$(check) cpu"]);
    assert.equal(deviceItems(devices, "auto")[0].label, "$(check) auto");
  });

  it("never let auto take the eager device while there is another", () => {
    const [auto] = deviceItems([device("tensorflow", true), device("cpu", true)], "auto");
    assert.match(auto.description!, /: cpu$/);
    assert.match(deviceItems([device("tensorflow", true)], "auto")[0].description!, /: tensorflow$/);
    assert.match(deviceItems([], "auto")[0].description!, /: cpu$/);
  });
});

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { SpeedMeter } from "../../../../kernel/aen/training/speedMeter.js";

describe("the speed of a training", () => {
  it("is unknown after the first step", () => {
    const meter = new SpeedMeter();
    meter.add(8);
    assert.deepEqual([meter.perSecond, meter.secondsPerStep], [0, 0]);
  });

  it("is known after the second epoch where an epoch is one step", async () => {
    const meter = new SpeedMeter();
    meter.add(8);
    meter.pause();
    meter.begin();
    await setTimeout(20);
    meter.add(8);
    assert.ok(meter.perSecond > 0 && meter.perSecond < 8 / 0.019, String(meter.perSecond));
    assert.ok(meter.secondsPerStep >= 0.019);
  });

  it("leaves validation and pauses out", async () => {
    const meter = new SpeedMeter();
    meter.add(8);
    meter.pause();
    await setTimeout(300);
    meter.begin();
    const held = performance.now();
    await setTimeout(300);
    meter.leaveOut((performance.now() - held) / 1000);
    meter.add(8);
    assert.ok(meter.secondsPerStep < 0.3, String(meter.secondsPerStep));
  });
});

import assert from "node:assert/strict";
import { SpeedMeter } from "../../../../kernel/aen/training/speedMeter.js";

describe("the speed of a training", () => {
  let time: number;
  let meter: SpeedMeter;
  beforeEach(() => {
    time = 100;
    meter = new SpeedMeter(() => time);
  });

  it("is unknown after the first step", () => {
    meter.add(8);
    assert.deepEqual([meter.perSecond, meter.secondsPerStep], [0, 0]);
  });

  it("is known after the second epoch where an epoch is one step", async () => {
    meter.add(8);
    await meter.atEpochEnd(async () => void (time += 3));
    meter.begin();
    time += 2;
    meter.add(8);
    assert.deepEqual([meter.perSecond, meter.secondsPerStep], [4, 2]);
  });

  it("leaves validation and pauses out", async () => {
    meter.add(8);
    await meter.atEpochEnd(async () => void (time += 300));
    meter.begin();
    time += 50;
    meter.leaveOut(48);
    meter.add(8);
    assert.equal(meter.secondsPerStep, 2);
  });

  it("tells how long what is left will take, with the ends of epochs once one is known", async () => {
    meter.begin();
    time += 2;
    meter.add(8);
    assert.equal(meter.secondsFor(10, 3), 20);
    for (const seconds of [4, 6]) await meter.atEpochEnd(async () => void (time += seconds));
    assert.equal(meter.secondsFor(10, 3), 10 * 2 + 3 * 5);
  });

  it("is that of the clock of this machine when no other is given", () => {
    const own = new SpeedMeter();
    const begun = performance.now();
    own.begin();
    while (performance.now() === begun);
    own.add(8);
    const most = (performance.now() - begun) / 1000;
    assert.ok(own.secondsPerStep > 0 && own.secondsPerStep <= most, `${own.secondsPerStep} of ${most}`);
  });
});

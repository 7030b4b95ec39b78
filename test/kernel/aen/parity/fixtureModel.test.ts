import assert from "node:assert/strict";
import { fixtureChecksums, fixtureClips, fixtureModel } from "../../../../kernel/aen/parity/fixtureModel.js";
import { readFixture } from "../../../parity/fixtures.js";

describe("the generated network of a fixture", () => {
  const fixture = readFixture("small");
  const model = fixtureModel(fixture);
  after(() => model.dispose());

  it("has the recorded checksums, weights and clips alike", () => {
    assert.deepEqual(fixtureChecksums(fixture), fixture.checksums);
  });

  it("has a frozen frame model of another seed", () => {
    const weights = model.weights();
    const [own, frozen] = ["head.frame.weight", "frozen.head.frame.weight"].map(
      (name) => weights.get(name)!.data,
    );
    assert.equal(own.length, frozen.length);
    assert.notDeepEqual(own, frozen);
  });

  it("may differ in choices that change no weight", () => {
    const other = fixtureModel(fixture, { gelu: "erf" });
    assert.equal(other.configuration.gelu, "erf");
    assert.deepEqual(other.weights(), model.weights());
    other.dispose();
  });

  it("sees clips whose channels come last, in [0, 1]", () => {
    const { shape, data } = fixtureClips(fixture);
    assert.deepEqual(shape, [3, 4, 48, 48, 3]);
    assert.ok((data as Float32Array).every((value) => value >= 0 && value <= 1));
  });
});

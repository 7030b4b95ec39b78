import assert from "node:assert/strict";
import { differingSettings, settingsOf, shownValue } from "../../../../extension/runs/page/settingsRows.js";

describe("the settings of a record", () => {
  it("are named by where they lie, loss terms by their names; texts are on one line and shortened", () => {
    const loss = [{ name: "energy", weight: 0.1 }];
    const code = `f(\n  ${"x".repeat(300)})`;
    const settings = settingsOf({ id: "a", seed: 1, optimizer: { kind: "sgd" }, widths: [1, 2], loss, code });
    const { code: shown, ...others } = Object.fromEntries(settings);
    assert.deepEqual(others, {
      seed: "1",
      "optimizer.kind": "sgd",
      widths: "[1,2]",
      "loss.energy": "0.1",
    });
    assert.match(shown, /^f\( x+\.\.\.$/);
    assert.equal(shown.length, 120);
  });

  it("that differ are all but those that are the same everywhere, with a dash where one has none", () => {
    const rows = differingSettings([
      { id: "a", started: "1", seed: 1, optimizer: { kind: "sgd", rate: 0.1 } },
      { id: "b", started: "2", seed: 1, optimizer: { kind: "adamw" } },
      { id: "c", started: "3", seed: 1, optimizer: { kind: "sgd", rate: 0.1 } },
    ]);
    assert.deepEqual(rows, [
      ["optimizer.kind", "sgd", "adamw", "sgd"],
      ["optimizer.rate", "0.1", "–", "0.1"],
    ]);
  });

  it("tell loss terms apart by weight, choices and code", () => {
    const energy = { name: "energy", weight: 0.1, code: "long", made: { choices: { power: 2 } } };
    const mine = { name: "mine", weight: 1, fingerprint: "0123456789" };
    const rows = differingSettings([
      { loss: [energy, mine] },
      { loss: [mine, { ...energy, made: { choices: { power: 3 } } }] },
    ]);
    assert.deepEqual(rows, [["loss.energy", '0.1 {"power":2}', '0.1 {"power":3}']]);
    assert.equal(settingsOf({ loss: [mine] }).get("loss.mine"), "1 (01234567)");
  });

  it("are shown as they are written", () => {
    assert.deepEqual([null, undefined, "a", 1, [2]].map(shownValue), ["–", "–", "a", "1", "[2]"]);
  });
});

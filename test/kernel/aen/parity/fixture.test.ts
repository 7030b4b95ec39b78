import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkConfiguration } from "../../../../kernel/aen/model/configuration.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { fixtureConfiguration, fixtureLabels, parseFixture } from "../../../../kernel/aen/parity/fixture.js";

const text = readFileSync(new URL("../../../parity/fixtures/fixtures-small.json", import.meta.url), "utf8");
const changed = (change: object) => JSON.stringify({ ...(JSON.parse(text) as object), ...change });

describe("a file of recorded values", () => {
  it("is read as it stands", () => {
    const { config, batch, labels } = parseFixture(text);
    assert.deepEqual([config, batch, labels.length], ["small", 3, 3]);
  });

  for (const [change, message] of [
    [{ gradients: undefined }, /it has no "gradients"/],
    [{ config: "huge" }, /config is "small" or "full", not "huge"/],
    [{ labels: [0, 7] }, /its label 7 is not one of its 7 emotions/],
    [{ emotions: ["a", "b"] }, /needs both "emotions" and "groups"/],
    [{ emotions: ["a", "b"], groups: { one: ["a"] } }, /"b" must be in exactly one sentiment group/],
  ] as const) {
    it(`with other ${Object.keys(change).join(" and ")} is refused: ${message.source}`, () => {
      assert.throws(
        () => parseFixture(changed(change)),
        (error) => error instanceof RangeError && message.test(error.message),
      );
    });
  }

  it("that is empty or not JSON is refused", () => {
    assert.throws(() => parseFixture("{"), SyntaxError);
    assert.throws(() => parseFixture("null"), /it has no "config"/);
  });
});

describe("the sizes and labels of a fixture", () => {
  it("are possible ones, as published but smaller", () => {
    for (const name of ["small", "full"])
      assert.doesNotThrow(() => checkConfiguration(fixtureConfiguration(name)));
    assert.equal(fixtureConfiguration("full").preset, "published");
    assert.equal(fixtureConfiguration("small").level2, true);
  });

  it("are DFEW's seven emotions where the file names none", () => {
    assert.equal(fixtureLabels({}), dfewLabels);
    const { emotions, groupOf } = fixtureLabels({ emotions: ["a", "b"], groups: { one: ["b"], two: ["a"] } });
    assert.deepEqual(
      [emotions, groupOf],
      [
        ["a", "b"],
        [1, 0],
      ],
    );
  });
});

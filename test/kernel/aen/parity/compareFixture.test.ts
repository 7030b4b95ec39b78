import assert from "node:assert/strict";
import { compareFixture } from "../../../../kernel/aen/parity/compareFixture.js";
import { isWithin } from "../../../../kernel/aen/parity/deviation.js";
import type { Fixture } from "../../../../kernel/aen/parity/fixture.js";
import { readFixture } from "../../../parity/fixtures.js";

describe("the comparison with a fixture, until something is outside", function () {
  this.timeout(120_000);
  const fixture = readFixture("small");

  async function compare(changed: Partial<Fixture>) {
    const parts: string[] = [];
    const options = { untilOutside: true, onPart: (part: string) => parts.push(part) };
    const deviations = await compareFixture({ ...fixture, ...changed }, options);
    const outside = deviations.filter((one) => !isWithin(one));
    return { parts, deviations, outside: outside.map(({ group, record }) => `${group} ${record}`) };
  }

  it("ends with the generated weights when those are not the reference's", async () => {
    const { parts, deviations, outside } = await compare({ checksums: { ...fixture.checksums, main: 1 } });
    assert.deepEqual([parts, outside], [["generated weights and clips"], ["checksums main"]]);
    assert.equal(deviations.length, 2);
  });

  it("ends with the evaluation when a value differs there, and one that is not computed counts as outside", async () => {
    const { "logits.clip": clip, ...others } = fixture.eval;
    const off = { ...clip, all: clip.all!.map((value, i) => (i === 3 ? value + 0.01 : value)) };
    const changed = { ...others, "logits.clip": off, "logits.unheard": clip };
    const { parts, outside } = await compare({ eval: changed });
    assert.deepEqual(parts, ["generated weights and clips", "evaluation"]);
    assert.deepEqual(outside, ["eval logits.clip", "eval logits.unheard"]);
  });

  it("is refused for sizes that are unknown", async () => {
    await assert.rejects(compare({ config: "huge" as "small" }), /config is "small" or "full", not "huge"/);
  });
});

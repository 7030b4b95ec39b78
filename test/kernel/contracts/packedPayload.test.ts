import assert from "node:assert/strict";
import fc from "fast-check";
import { packedPayload, unpackedPayload } from "../../../kernel/contracts/packedPayload.js";
import { confusionOutput, overviewOutput, trainingOutput } from "../../media/examplePayloads.js";

const lines = (value: unknown) => JSON.stringify(value, null, 1).split("\n").length;

describe("a packed payload", () => {
  it("is what it was when it is unpacked, whatever it holds", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => {
        const payload = JSON.parse(JSON.stringify({ view: "a", ...given })) as object;
        if ("packed" in payload || /~keys|~tenThousandths/.test(JSON.stringify(payload))) return;
        assert.deepEqual(unpackedPayload(JSON.parse(JSON.stringify(packedPayload(payload)))), payload);
      }),
      { numRuns: 300 },
    );
  });

  it("takes a few lines of a notebook, and less than half the space for curves", () => {
    for (const { payload } of [trainingOutput(), confusionOutput(105, 0), overviewOutput(60)]) {
      const packed = packedPayload(payload);
      assert.deepEqual(unpackedPayload(packed), JSON.parse(JSON.stringify(payload)));
      assert.ok(lines(packed) < 120, `${lines(packed)} lines`);
    }
    const { payload } = trainingOutput();
    assert.ok(JSON.stringify(packedPayload(payload)).length < JSON.stringify(payload).length / 2);
  });

  it("has columns also where some objects lack a key, which they then lack again", () => {
    const steps = Array.from({ length: 40 }, (_, step) => ({
      ...{ step, terms: { emotion: step / 8, ...(step < 5 && { energy: null }) } },
      ...(step > 0 && { clipsPerSecond: 20 }),
    }));
    const packed = packedPayload({ steps });
    assert.equal(packed.packed!.steps.match(/clipsPerSecond/g)!.length, 1);
    assert.deepEqual(unpackedPayload(packed), { steps });
  });

  it("has rates of four decimals as whole numbers, and others as they are", () => {
    const rates = Array.from({ length: 60 }, (_, i) => [i / 10_000, null, -1 + i / 8]);
    const given = { rates, thirds: rates.map((_, i) => i / 3), whole: rates.map((_, i) => i) };
    const { packed } = packedPayload({ ...given, whole: [...given.whole, ...given.whole, ...given.whole] });
    assert.match(packed!.rates, /^\{"~tenThousandths":\[\[0,null,-10000\],\[1,null,-8750\],/);
    assert.match(packed!.thirds, /^\[0,0\.333/);
    assert.match(packed!.whole, /^\[0,1,2,/);
    assert.deepEqual((unpackedPayload({ packed }) as { rates: unknown }).rates, rates);
  });

  it("has no columns where objects have little in common", () => {
    const values = Array.from({ length: 40 }, (_, i) => ({ [`name ${i}`]: "some text" }));
    assert.doesNotMatch(packedPayload({ values }).packed!.values, /~keys/);
    assert.deepEqual(unpackedPayload(packedPayload({ values })), { values });
  });

  it("keeps what is short in the open, so that it can be read at a glance", () => {
    const { payload } = trainingOutput();
    const { run, state, epochs } = packedPayload(payload);
    assert.deepEqual([run, state, epochs], [payload.run, payload.state, payload.epochs]);
  });

  it("stays as it is where it cannot be read, and so does a payload of an older version", () => {
    const broken = { view: "a", packed: { steps: "[1, 2" } };
    assert.equal(unpackedPayload(broken), broken);
    const columns = { view: "a", packed: { steps: '{"~keys":["a"],"~columns":[5]}' } };
    assert.equal(unpackedPayload(columns), columns);
    for (const old of [{ view: "a", steps: [1] }, null, 7, "text", [1]])
      assert.equal(unpackedPayload(old), old);
  });
});

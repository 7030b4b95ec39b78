import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  PickledCall,
  PickledName,
  PickledReference,
  readPickle,
} from "../../../../kernel/aen/model/pickle.js";
import { needsPython } from "../ablation/statistics/peer.js";

/** What Python's pickle writes for an expression. */
function pickled(expression: string, protocol: number): Buffer {
  const program = `import sys, pickle, collections, fractions\nsys.stdout.buffer.write(pickle.dumps(${expression}, ${protocol}))`;
  return execFileSync("/usr/bin/python3", ["-c", program]);
}

describe("a Python pickle", () => {
  before(function () {
    needsPython(this as unknown as Mocha.Context, "pickle");
  });

  for (const protocol of [2, 3, 4]) {
    it(`of protocol ${protocol} is read as plain data`, () => {
      const expression =
        '{"none": None, "yes": True, "no": False, "whole": [0, 255, 256, -1, 70000, 2**40, -2**40], ' +
        '"decimal": -1.5, "text": "größe", "nothing": (), "pair": (1, 2), "four": (1, 2, 3, 4), ' +
        '"list": [[], {}, {"deep": [1]}], 3: "number"}';
      assert.deepEqual(
        readPickle(pickled(expression, protocol)),
        new Map<unknown, unknown>([
          ["none", null],
          ["yes", true],
          ["no", false],
          ["whole", [0, 255, 256, -1, 70000, 2 ** 40, -(2 ** 40)]],
          ["decimal", -1.5],
          ["text", "größe"],
          ["nothing", []],
          ["pair", [1, 2]],
          ["four", [1, 2, 3, 4]],
          ["list", [[], new Map(), new Map([["deep", [1]]])]],
          [3, "number"],
        ]),
      );
    });

    it(`of protocol ${protocol} is one where things stand in it several times`, () => {
      const value = readPickle(
        pickled('(lambda shared: [shared, shared, "a" * 300])([1])', protocol),
      ) as unknown[];
      assert.deepEqual(value, [[1], [1], "a".repeat(300)]);
      assert.equal(value[0], value[1]);
    });

    it(`of protocol ${protocol} keeps calls as descriptions, but for ordered dictionaries`, () => {
      const call = readPickle(pickled("fractions.Fraction(1, 3)", protocol)) as PickledCall;
      assert.ok(call instanceof PickledCall);
      assert.deepEqual(call.callee, new PickledName("fractions", "Fraction"));
      const ordered = readPickle(pickled('collections.OrderedDict([("b", 1), ("a", 2)])', protocol));
      assert.deepEqual(
        [...(ordered as Map<string, number>)],
        [
          ["b", 1],
          ["a", 2],
        ],
      );
    });
  }

  it("may be long: more entries than Python writes at a time", () => {
    const value = readPickle(pickled("{str(i): i for i in range(2500)}", 2)) as Map<string, number>;
    assert.equal(value.size, 2500);
    assert.equal(value.get("2499"), 2499);
  });

  it("refers to what is stored beside it by an id", () => {
    assert.deepEqual(readPickle(Buffer.from("K\x07Q.", "latin1")), new PickledReference(7));
  });

  it("that is truncated is reported as such, wherever it was cut", () => {
    const whole = pickled('{"a": [1, 2.5, "text", 2**40], "b": (1, 2)}', 2);
    for (let length = 0; length < whole.length; length++)
      assert.throws(() => readPickle(whole.subarray(0, length)), RangeError, `cut at ${length}`);
  });

  it("that needs more than weights do is refused with the code in question", () => {
    assert.throws(
      () => readPickle(Buffer.from("\x80\x02i.", "latin1")),
      /contains an instruction that weights do not need \(code 0x69\)/,
    );
    assert.throws(() => readPickle(Buffer.from("\x80\x02t.", "latin1")), /damaged/);
  });

  it("of more lists and dictionaries than weights have is refused", () => {
    const crowd = Buffer.concat([Buffer.from([0x80, 2]), Buffer.alloc(600_000, "}"), Buffer.from(".")]);
    assert.throws(() => readPickle(crowd), /more than 500000 lists and dictionaries/);
  });
});

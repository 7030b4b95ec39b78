import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../../kernel/aen/index.js";
import { functionIdentity } from "../../../../../kernel/aen/losses/functionIdentity/functionIdentity.js";

describe("the identity of a function in the name of a run", () => {
  const times = (factor: unknown) => (x: number) => x * (factor as number);

  it("is the same for two functions of the same text that close over the same", () => {
    assert.equal(functionIdentity(times(2)), functionIdentity(times(2)));
    assert.equal(functionIdentity(times([1, { a: [2] }])), functionIdentity(times([1, { a: [2] }])));
    assert.match(functionIdentity(times(2)), /^[0-9a-f]{64}$/);
  });

  const different: [string, unknown, unknown][] = [
    ["numbers", 2, 3],
    ["a number and its text", 2, "2"],
    ["0 and -0", 0, -0],
    ["members of objects", { a: { b: 1 } }, { a: { b: 2 } }],
    ["typed arrays", Float32Array.of(1, 2), Float32Array.of(1, 3)],
    ["functions that they call", (x: number) => x + 1, (x: number) => x + 2],
    ["what functions that they call close over", times(2), times(3)],
    ["values of tensors", tf.tensor1d([1, 2]), tf.tensor1d([1, 3])],
    ["shapes of tensors", tf.tensor([1, 2], [2, 1]), tf.tensor([1, 2], [1, 2])],
    ["functions within objects", { f: Math.sqrt }, { f: Math.cbrt }],
    [
      "members of instances",
      new (class Margin {
        size = 1;
      })(),
      new (class Margin {
        size = 2;
      })(),
    ],
    ["maps with functions", new Map([["f", times(1)]]), new Map([["f", times(2)]])],
  ];
  for (const [what, first, second] of different) {
    it(`tells ${what} apart`, () => {
      assert.notEqual(functionIdentity(times(first)), functionIdentity(times(second)));
    });
  }

  it("ends for functions that call each other and for data that contains itself", () => {
    const ring: unknown[] = [1];
    ring.push(ring);
    const even = (n: number): boolean => n === 0 || odd(n - 1);
    const odd = (n: number): boolean => n !== 0 && even(n - 1);
    assert.equal(functionIdentity(times(ring)), functionIdentity(times(ring)));
    assert.equal(functionIdentity(even), functionIdentity(even));
  });

  it("takes methods and functions of the language", () => {
    const { method } = {
      method(x: number): number {
        return x;
      },
    };
    assert.notEqual(functionIdentity(method), functionIdentity(Math.sqrt as (x: number) => number));
  });

  it("distinguishes AEN's terms with different options, though their text is the same", () => {
    const value = (options: aen.LossOptions) =>
      aen.lossTerms(options).find(({ name }) => name === "sentiment at clip")!.value;
    const [mean, sum, again] = [{ clipGroupScore: "mean" }, { clipGroupScore: "sum" }, {}] as const;
    assert.equal(value(mean).toString(), value(sum).toString());
    assert.notEqual(functionIdentity(value(mean)), functionIdentity(value(sum)));
    assert.equal(functionIdentity(value(mean)), functionIdentity(value(again)));
  });

  it("stays what it was when AEN gets a new choice, and tells that choice apart where it is made", () => {
    const identity = (options: object) => functionIdentity(aen.lossTerms(options)[0].value);
    const before = identity({});
    const known = aen.publishedLoss as unknown as Record<string, unknown>;
    known["later"] = ["as published"];
    try {
      assert.equal(identity({}), before);
      assert.notEqual(identity({ later: ["otherwise"] }), before);
      assert.notEqual(identity({ later: ["otherwise"] }), identity({ later: ["again otherwise"] }));
    } finally {
      delete known["later"];
    }
  });
});

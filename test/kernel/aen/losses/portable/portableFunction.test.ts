import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../../kernel/aen/index.js";
import { functionIdentity } from "../../../../../kernel/aen/losses/functionIdentity/functionIdentity.js";
import {
  functionFrom,
  portableFunction,
} from "../../../../../kernel/aen/losses/portable/portableFunction.js";

const known = { tf, aen };
const carried = <F extends (...args: never[]) => unknown>(fn: F): F => {
  const text = JSON.stringify(portableFunction(fn, "The loss term"));
  return functionFrom(JSON.parse(text) as ReturnType<typeof portableFunction>, known) as F;
};

describe("a function that is carried to another process", () => {
  const margin = { values: Float32Array.of(1, 2), names: new Map([["a", 3]]) };
  const twice = (x: number) => 2 * x;
  const own = (x: number) => twice(x) + margin.values[1] + margin.names.get("a")! + Math.max(x, 0);

  it("returns the same, with what it uses of the variables around it", () => {
    assert.equal(carried(own)(5), own(5));
  });

  it("computes with the tf and aen of the other process", () => {
    const term = (x: number) => tf.add(tf.scalar(x), aen.lossTerms().length).dataSync()[0];
    assert.equal(carried(term)(1), term(1));
  });

  it("keeps its identity, so that a task can tell that it has what was submitted", () => {
    assert.equal(functionIdentity(carried(own)), functionIdentity(own));
  });

  it("takes whole objects of the language", () => {
    const language = Math;
    const root = (x: number) => language.sqrt(x);
    assert.equal(carried(root)(9), 3);
  });

  it("is refused if it uses what its text and variables do not show", () => {
    class Scaled {
      readonly f = 2;
      readonly term = (x: number) => x * this.f;
    }
    assert.throws(() => portableFunction(new Scaled().term, "It"), /It cannot be sent.*it uses "this"/);
    const withProperty = Object.assign((x: number) => x, { scale: 2 });
    assert.throws(() => portableFunction(withProperty, "It"), /properties of its own \(scale\)/);
    const reading = () => (globalThis as unknown as { margin: number }).margin;
    assert.throws(() => portableFunction(reading, "It"), /it reads "globalThis", which any code can change/);
  });

  it("is refused by the name of the variable that cannot be carried", () => {
    const weights = tf.tensor1d([1, 2]);
    const term = () => weights;
    assert.throws(
      () => portableFunction(term, 'The loss term "mine"'),
      /The loss term "mine" .*"weights", which it uses/,
    );
    const countdown = (n: number): number => (n === 0 ? 0 : countdown(n - 1));
    assert.throws(() => portableFunction(countdown, "It"), /"countdown" calls itself/);
    assert.throws(() => portableFunction(Math.sqrt, "It"), /write it as \(inputs\)/);
  });
});

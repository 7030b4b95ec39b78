import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import {
  lossTerm,
  requireTerms,
  withoutTerms,
  withTerms,
  withWeights,
} from "../../../../kernel/aen/losses/lossTerm.js";

const value = () => tf.scalar(1);
const terms = ["a", "b", "c"].map((name, index) =>
  lossTerm(name, value, { weight: index + 1, description: name }),
);
const shown = (list: typeof terms) => list.map(({ name, weight }) => `${name} ${weight}`);

describe("a loss term", () => {
  it("has weight 1 by default; 0 is a valid weight", () => {
    assert.equal(lossTerm("x", value).weight, 1);
    assert.equal(lossTerm("x", value, { weight: 0 }).weight, 0);
  });

  it("needs a name and a weight of 0 or more", () => {
    for (const name of ["", "  "]) assert.throws(() => lossTerm(name, value), /needs a name/);
    for (const weight of [-1, NaN, Infinity])
      assert.throws(
        () => lossTerm("x", value, { weight }),
        new RegExp(`"x" must be a number of 0 or more, got ${weight}`),
      );
  });
});

describe("the terms of a loss", () => {
  it("may weigh otherwise, each under its name", () => {
    assert.deepEqual(shown(withWeights(terms, { b: 0, c: 0.5 })), ["a 1", "b 0", "c 0.5"]);
    assert.deepEqual(shown(terms), ["a 1", "b 2", "c 3"], "those given stay");
    assert.equal(withWeights(terms, { a: 5 })[0].description, "a");
    assert.throws(() => withWeights(terms, { a: -1 }), /"a" must be a number of 0 or more/);
  });

  it("may lack some", () => {
    assert.deepEqual(shown(withoutTerms(terms, "a", "c")), ["b 2"]);
    assert.deepEqual(shown(withoutTerms(terms)), shown(terms));
  });

  it("may have others, at the end or in the place of one of the same name", () => {
    const own = [lossTerm("b", value, { weight: 9 }), lossTerm("d", value)];
    assert.deepEqual(shown(withTerms(terms, ...own)), ["a 1", "b 9", "c 3", "d 1"]);
  });

  it("have weights that are finite, also those that were not made by lossTerm", () => {
    for (const weight of [NaN, Infinity, -1])
      assert.throws(
        () => requireTerms([terms[0], { ...terms[1], weight }]),
        new RegExp(`"b" must be a number of 0 or more, got ${weight}`),
      );
    requireTerms(terms);
  });

  it("are listed when an unknown one is requested", () => {
    for (const change of [() => withWeights(terms, { e: 1 }), () => withoutTerms(terms, "a", "e")])
      assert.throws(change, /no loss term "e"; the terms are "a", "b", "c"/);
  });
});

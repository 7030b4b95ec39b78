import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import * as aen from "../../../../../kernel/aen/index.js";
import {
  builtInTerm,
  choicesBehind,
  lossTerms,
  publishedLoss,
} from "../../../../../kernel/aen/losses/lossTerms.js";
import {
  TermWriter,
  termReader,
  type PortableTermFunction,
} from "../../../../../kernel/aen/losses/portable/portableTerms.js";

const known = { tf, aen };

/** The terms as another process makes them again. */
function carried(...terms: aen.LossTerm[]): {
  made: aen.LossTerm[];
  functions: readonly PortableTermFunction[];
} {
  const writer = new TermWriter();
  const written = JSON.parse(JSON.stringify(terms.map((term) => writer.write(term)))) as ReturnType<
    TermWriter["write"]
  >[];
  const functions = JSON.parse(JSON.stringify(writer.functions)) as PortableTermFunction[];
  return { made: written.map(termReader(functions, known)), functions };
}

describe("loss terms that are sent to a node", () => {
  it("of AEN are sent by name and choices, and made by the node's own AEN", () => {
    const terms = lossTerms({ frameScore: "share" });
    const { made, functions } = carried(...terms);
    assert.ok(functions.every((each) => "choices" in each));
    assert.deepEqual(
      made.map(({ name, weight, description }) => ({ name, weight, description })),
      terms.map(({ name, weight, description }) => ({ name, weight, description })),
    );
    assert.equal(choicesBehind(made[0].value)!.frameScore, "share");
  });

  it("of the user's own are sent as text with what they use", () => {
    const factor = 3;
    const own = aen.lossTerm("mine", ({ labels }) => tf.mul(tf.sum(labels), factor), { weight: 0.5 });
    const { made, functions } = carried(own);
    assert.ok("function" in functions[0]);
    assert.equal(made[0].value({ labels: tf.tensor2d([[1, 1]]) } as never).dataSync()[0], 6);
    assert.equal(made[0].weight, 0.5);
  });

  it("that share a function still share it", () => {
    const value = ({ labels }: aen.LossInputs) => tf.sum(labels);
    const { made, functions } = carried(aen.lossTerm("a", value), aen.lossTerm("b", value));
    assert.equal(functions.length, 1);
    assert.equal(made[0].value, made[1].value);
  });

  it("of AEN under another name are made again as what they are, not as what they are called", () => {
    const [first, , third] = lossTerms();
    const { made, functions } = carried({ ...first, name: third.name });
    assert.deepEqual(functions, [{ name: first.name, choices: publishedLoss }]);
    assert.equal(made[0].name, third.name);
    assert.equal(builtInTerm(made[0].value)!.name, first.name);
  });

  it("that cannot be sent are refused by name", () => {
    const weights = tf.tensor1d([1]);
    const own = aen.lossTerm("heavy", () => weights);
    assert.throws(() => carried(own), /The loss term "heavy" cannot be sent.*"weights"/);
  });
});

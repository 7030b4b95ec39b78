import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as tf from "@tensorflow/tfjs-core";
import "../../../kernel/engine/tensorflow.js";
import { compile } from "../../../kernel/engine/compile.js";
import { livingVariables, weakVariable } from "../../../kernel/engine/weakVariables.js";
import { model } from "../../../kernel/aen/model/model.js";
import { Predictor } from "../../../kernel/aen/training/predictor.js";
import { patternClips, smallestModel } from "../aen/training/patternClips.js";
import { until } from "../../until.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

describe("a variable that nobody holds", () => {
  const names = () => livingVariables().map(({ name }) => name);
  const isGone = (name: string) => () => {
    collect();
    return !names().some((each) => each.startsWith(name));
  };

  it("goes, as tfjs's own do not", async () => {
    (() => weakVariable(tf.scalar(1), true, "forgotten"))();
    const own = tf.variable(tf.scalar(1), true, "tfjs's own");
    await until("the variable is gone", isGone("forgotten"));
    assert.ok(names().includes("tfjs's own"));
    own.dispose();
    assert.ok(!names().includes("tfjs's own"));
  });

  it("goes with a model that has been forgotten after its evaluation", async () => {
    const name = await (async () => {
      const forgotten = model(smallestModel);
      const predictor = new Predictor(forgotten, "cpu");
      await predictor.predict(patternClips(1));
      await predictor.dispose();
      return [...forgotten.variables.values()][0].name.split(".")[0];
    })();
    await until("the weights are gone", isGone(`${name}.`));
  });

  it("is no longer counted once it is disposed of", () => {
    const variable = weakVariable(tf.scalar(1), true, "disposed of");
    assert.ok(names().includes("disposed of"));
    variable.dispose();
    assert.ok(!names().includes("disposed of"));
  });

  it("is known to a step that assigns it without a word, as long as it lives", async () => {
    const counter = weakVariable(tf.scalar(5), false, "assigned in silence");
    const step = compile(
      ({ x }) => {
        counter.assign(tf.add(counter, x));
        return { sum: tf.add(counter, 0) };
      },
      { device: "cpu" },
    );
    const x = { data: Float32Array.of(2), shape: [], dtype: "float32" } as const;
    await step.run({ x });
    const { sum } = await step.run({ x });
    assert.equal(sum.data[0], 9);
    await step.dispose();
    assert.equal(counter.dataSync()[0], 9);
    counter.dispose();
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../../../../kernel/engine/compile.js";
import { gru } from "../../../../../kernel/aen/model/clipModels/gru.js";
import { toNetwork, toPublished } from "../../../../../kernel/aen/model/layout.js";
import { model, type Model } from "../../../../../kernel/aen/model/model.js";
import { smallestModel } from "../../training/patternClips.js";

/** Numbers of PyTorch's GRU, written by gru.py. */
interface Fixture {
  readonly shape: [number, number, number];
  readonly features: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** The last state, `[clips, width]`. */
  readonly state: readonly number[];
  /** Of the sum of the squared last state. */
  readonly gradients: Readonly<Record<string, readonly number[]>>;
}

const fixture = JSON.parse(readFileSync(new URL("./gru.json", import.meta.url), "utf8")) as Fixture;
const names = Object.keys(fixture.weights);

function fixtureModel(): Model {
  const stageWidths = [4, 4, 4, 3] as const;
  const own = model({ ...smallestModel, stageWidths, clipModel: "GRU" });
  const given = names.map((name) => {
    const { shape } = own.parameters.find((parameter) => parameter.name === name)!;
    return [name, { shape, data: Float32Array.from(fixture.weights[name]) }] as const;
  });
  own.setWeights(new Map(given), { partial: true });
  return own;
}

function near(actual: ArrayLike<number>, expected: readonly number[], what: string): void {
  assert.equal(actual.length, expected.length, what);
  expected.forEach((value, index) =>
    assert.ok(Math.abs(actual[index] - value) < 2e-6, `${what}[${index}]: ${actual[index]}, not ${value}`),
  );
}

describe("a GRU over frames", () => {
  const own = fixtureModel();
  after(() => own.dispose());
  const features = { data: Float32Array.from(fixture.features), shape: fixture.shape };

  it("has the last state of PyTorch's GRU, run by the engine", async () => {
    const state = [...own.variables.values()];
    const step = compile((inputs) => ({ state: gru(own.context(), inputs.features) }), {
      ...{ state, device: "cpu", name: "gru" },
    });
    const { state: last } = await step.run({ features: { ...features, dtype: "float32" } });
    await step.dispose();
    near(last.data, fixture.state, "state");
  });

  it("has the gradients of PyTorch's GRU", () => {
    const given = tf.tensor(features.data, features.shape);
    const trained = names.map((name) => own.variables.get(name)!);
    const { grads } = tf.variableGrads(
      () => tf.sum(tf.square(gru(own.context(), given))) as tf.Scalar,
      trained,
    );
    names.forEach((name, index) => {
      const { shape } = own.parameters.find((parameter) => parameter.name === name)!;
      const values = grads[trained[index].name].dataSync() as Float32Array;
      near(toPublished(values, shape), fixture.gradients[name], name);
      near(toPublished(toNetwork(values, shape), shape), [...values], name);
    });
  });

  it("depends on the order of the frames", () => {
    const given = tf.tensor(features.data, features.shape);
    const states = [given, tf.reverse(given, 1)].map((x) => [...gru(own.context(), x).dataSync()]);
    assert.notDeepEqual(states[0], states[1]);
  });
});

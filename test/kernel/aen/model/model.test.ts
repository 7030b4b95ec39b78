import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { type Model, model, type WeightValues } from "../../../../kernel/aen/model/model.js";
import { decidesPseudoLabel } from "../../../../kernel/aen/model/parameterList.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { smallestModel } from "../training/patternClips.js";

describe("a model", () => {
  const made: Model[] = [];
  const make = (...options: Parameters<typeof model>) => {
    const own = model(options[0] ?? smallestModel, options[1]);
    made.push(own);
    return own;
  };
  afterEach(() => made.splice(0).forEach((own) => own.dispose()));

  it("starts with the same weights for the same seed, and others for another", () => {
    assert.deepEqual(make(smallestModel, { seed: 3 }).weights(), make(smallestModel, { seed: 3 }).weights());
    assert.notDeepEqual(
      make(smallestModel, { seed: 3 }).weights(),
      make(smallestModel, { seed: 4 }).weights(),
    );
  });

  it("counts its trainable weights, without running statistics", () => {
    const own = make();
    const trainable = own.parameters.filter((parameter) => parameter.trainable).map(({ name }) => name);
    const sum = trainable.reduce((total, name) => total + own.weights().get(name)!.data.length, 0);
    assert.equal(own.size, sum);
    assert.ok(![...trainable].some((name) => name.includes("running")));
  });

  it("has variables that tfjs trains: all but the running statistics", () => {
    for (const [name, variable] of make().variables)
      assert.equal(variable.trainable, !/running(Mean|Var)$/.test(name), name);
  });

  it("keeps weights in the published order outside and in tfjs's inside", () => {
    const own = make();
    const { shape, data } = own.weights().get("head.clip.weight")!;
    assert.deepEqual(
      [shape, own.variables.get("head.clip.weight")!.shape],
      [
        [7, 8],
        [8, 7],
      ],
    );
    assert.equal(own.variables.get("head.clip.weight")!.dataSync()[1], data[8]);
  });

  it("takes all weights or none: it names what is wrong and changes nothing", () => {
    const own = make();
    const before = own.weights();
    const change = (name: string, values: WeightValues | null) => {
      const weights = new Map(before);
      if (values) weights.set(name, values);
      else weights.delete(name);
      return weights;
    };
    const zeros = { shape: [7], data: new Float32Array(7) };
    for (const [weights, message] of [
      [change("head.clip.bias", null), /lack "head\.clip\.bias" of shape \[7\]/],
      [
        change("head.clip.bias", { shape: [3], data: new Float32Array(3) }),
        /"head\.clip\.bias" has shape \[3\], this model needs \[7\]/,
      ],
      [change("head.nose.bias", zeros), /no weight "head\.nose\.bias"/],
    ] as const) {
      assert.throws(() => own.setWeights(weights), message);
      assert.deepEqual(own.weights(), before);
    }
  });

  it("can take part of the weights: the others stay unchanged", () => {
    const own = make();
    const before = own.weights();
    own.setWeights(new Map([["head.clip.bias", { shape: [7], data: new Float32Array(7).fill(2) }]]), {
      partial: true,
    });
    assert.ok(
      own
        .weights()
        .get("head.clip.bias")!
        .data.every((value) => value === 2),
    );
    before.delete("head.clip.bias");
    for (const [name, values] of before) assert.deepEqual(own.weights().get(name), values);
  });

  it("has a frozen frame model once its bottom-up branch is frozen, which later training does not change", () => {
    const own = make();
    assert.throws(() => own.frozenContext(), /no frozen frame model yet: pretrain/);
    own.freezeFrameModel();
    const frozen = own.weights().get("frozen.head.frame.bias")!;
    assert.deepEqual(frozen, own.weights().get("head.frame.bias"));
    own.setWeights(new Map([["head.frame.bias", { shape: [7], data: new Float32Array(7).fill(9) }]]), {
      partial: true,
    });
    assert.deepEqual(own.weights().get("frozen.head.frame.bias"), frozen);
    assert.equal(own.frozenContext().training, false);
    assert.equal(own.frozenContext().parameter("head.frame.bias").dataSync()[0], frozen.data[0]);
  });

  it("freezes those parameters alone that decide a pseudo label", () => {
    const own = make();
    own.freezeFrameModel();
    const names = own.parameters.map(({ name }) => name).filter(decidesPseudoLabel);
    assert.deepEqual([...own.frozenVariables!.keys()], names);
  });

  it("that is copied has weights of its own, the frozen ones too", () => {
    const own = make();
    own.freezeFrameModel();
    const copy = own.copy();
    made.push(copy);
    assert.deepEqual(copy.weights(), own.weights());
    tf.tidy(() => own.variables.get("head.clip.bias")!.assign(tf.fill([7], 5)));
    assert.notDeepEqual(copy.weights().get("head.clip.bias"), own.weights().get("head.clip.bias"));
  });

  it("leaves no tensor behind when it is disposed of", () => {
    const before = tf.memory().numTensors;
    const own = model(smallestModel);
    own.freezeFrameModel();
    own.copy().dispose();
    own.dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  it("shows what it is", () => {
    const labels = new LabelSet(["a", "b", "c"], { one: ["a", "b"], two: ["c"] });
    const own = make(smallestModel, { labels });
    const text = `AEN: ${own.size.toLocaleString("en")} weights, clips of 2 frames of 16 x 16 pixels, bottom-up branch 4-4-4-8, 3 emotions in 2 sentiment groups`;
    assert.equal(String(own), text);
    own.freezeFrameModel();
    assert.deepEqual(own[displayMethod](), { "text/plain": `${text}, with a frozen frame model` });
  });

  it("names a weight that it does not have", () => {
    assert.throws(() => make().context().parameter("head.nose.weight"), /no weight "head\.nose\.weight"/);
  });
});

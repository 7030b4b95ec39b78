import assert from "node:assert/strict";
import {
  decidesPseudoLabel,
  isBottomUp,
  parameterList,
  type Parameter,
} from "../../../../kernel/aen/model/parameterList.js";
import { presets } from "../../../../kernel/aen/model/presets.js";
import { fixtureConfiguration } from "../../../../kernel/aen/parity/fixture.js";
import { generatorLaw } from "../../../../kernel/aen/parity/generatedInputs.js";
import { readJson } from "../../../parity/fixtures.js";

interface RecordedParameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly centre: number;
  readonly amplitude: number;
  readonly trainable: boolean;
}

interface RecordedNetwork {
  readonly parameters: readonly RecordedParameter[];
  readonly trainableParameterCount: number;
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
const facts = ({ name, shape, trainable }: RecordedParameter | Parameter) => ({ name, shape, trainable });
const sizeOf = ({ shape }: Pick<Parameter, "shape">) => shape.reduce((a, b) => a * b, 1);

describe("the list of a network's parameters", () => {
  const recorded = readJson<Record<"small" | "full", RecordedNetwork>>("generator");

  for (const config of ["small", "full"] as const) {
    const own = parameterList(fixtureConfiguration(config), 7, 3);

    it(`has the published code's names, shapes and running statistics (${config} sizes)`, () => {
      const expected = [...recorded[config].parameters].sort(byName);
      assert.deepEqual([...own].sort(byName).map(facts), expected.map(facts));
    });

    it(`has as many trainable weights as the published code (${config} sizes)`, () => {
      const trainable = own.filter((parameter) => parameter.trainable);
      const count = trainable.reduce((sum, parameter) => sum + sizeOf(parameter), 0);
      assert.equal(count, recorded[config].trainableParameterCount);
    });

    it(`is what the fixtures' laws are known for (${config} sizes)`, () => {
      for (const parameter of own) {
        const { centre, amplitude } = recorded[config].parameters.find(
          ({ name }) => name === parameter.name,
        )!;
        const law = generatorLaw(parameter);
        assert.equal(law.centre, centre, parameter.name);
        assert.ok(Math.abs(law.amplitude - amplitude) < 1e-9, parameter.name);
      }
    });
  }

  it("names each parameter once, whatever the sizes", () => {
    for (const configuration of Object.values(presets)) {
      const names = parameterList(configuration, 7, 3).map(({ name }) => name);
      assert.equal(new Set(names).size, names.length, configuration.preset);
    }
  });

  it("fits its heads to the label set", () => {
    const list = parameterList(presets.tiny, 11, 4);
    const shapeOf = (name: string) => list.find((parameter) => parameter.name === name)!.shape;
    assert.deepEqual(shapeOf("head.clip.weight"), [11, 24]);
    assert.deepEqual(shapeOf("head.group.weight"), [4, 64]);
    assert.deepEqual(shapeOf("head.emotion.bias"), [11]);
    assert.deepEqual(shapeOf("head.frame.weight"), [11, 64]);
  });

  it("starts a linear map as PyTorch does: uniform within one over the square root of its inputs", () => {
    const list = parameterList(presets.tiny, 7, 3);
    const start = (name: string) => list.find((parameter) => parameter.name === name)!.initialisation;
    assert.deepEqual(start("fusion.lift.weight"), { law: "uniform", limit: 1 / Math.sqrt(24) });
    assert.deepEqual(start("fusion.lift.bias"), { law: "uniform", limit: 1 / Math.sqrt(24) });
    assert.deepEqual(start("spatial.stem.norm.runningVar"), { law: "constant", value: 1 });
  });

  it("starts a convolution by He's law over its outputs: variance 2 / (out * kernel area)", () => {
    const list = parameterList(presets.recommended, 7, 3);
    const stem = list.find(({ name }) => name === "spatial.stem.conv.weight")!;
    assert.deepEqual(stem.initialisation, { law: "normal", deviation: Math.sqrt(2 / (64 * 49)) });
  });
});

describe("the part of a parameter in the network", () => {
  it("is bottom-up below the temporal encoders and in the frame head", () => {
    const top = ["temporal.level0.classToken", "fusion.lift.weight", "head.clip.weight", "head.emotion.bias"];
    const bottom = ["spatial.stem.conv.weight", "spatial.stage4.block0.conv1.weight", "head.frame.bias"];
    assert.deepEqual(top.map(isBottomUp), [false, false, false, false]);
    assert.deepEqual(bottom.map(isBottomUp), [true, true, true]);
  });

  it("leaves the pseudo labels alone in stage 4 and in taps 1 and 2", () => {
    const deciding = parameterList(presets.published, 7, 3).filter(({ name }) => decidesPseudoLabel(name));
    const rooms = new Set(deciding.map(({ name }) => name.split(".").slice(0, 2).join(".")));
    assert.deepEqual(
      [...rooms],
      ["spatial.stem", "spatial.stage1", "spatial.stage2", "spatial.stage3", "spatial.tap3", "head.frame"],
    );
  });
});

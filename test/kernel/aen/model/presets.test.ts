import assert from "node:assert/strict";
import { checkConfiguration } from "../../../../kernel/aen/model/configuration.js";
import { configurationOf, presets, type PresetName } from "../../../../kernel/aen/model/presets.js";

describe("presets", () => {
  it("are all possible, and name themselves", () => {
    for (const [name, preset] of Object.entries(presets)) {
      assert.doesNotThrow(() => checkConfiguration(preset));
      assert.equal(preset.preset, name);
    }
  });

  it("stand for themselves by name", () => {
    for (const name of Object.keys(presets) as PresetName[])
      assert.deepEqual(configurationOf(name), presets[name]);
  });

  it("complete the options; recommended is the default", () => {
    assert.deepEqual(configurationOf({ frames: 8 }), { ...presets.recommended, frames: 8 });
    const own = configurationOf({ preset: "tiny", heads: 3 });
    assert.deepEqual(own, { ...presets.tiny, heads: 3 });
    assert.equal(own.preset, "tiny");
  });

  it("that do not exist are rejected with a list of those that do", () => {
    assert.throws(
      () => configurationOf("huge" as PresetName),
      /no preset "huge", only tiny, small, recommended, published/,
    );
  });

  it("with sizes that do not fit are refused", () => {
    assert.throws(() => configurationOf({ size: 50 }), /multiple of 16/);
  });
});

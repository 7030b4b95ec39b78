import assert from "node:assert/strict";
import { bottomUpSettings } from "../../../../kernel/aen/model/bottomUpSettings.js";
import { presets } from "../../../../kernel/aen/model/presets.js";

describe("the settings that the bottom-up branch depends on", () => {
  it("are equal for presets that differ above it, and differ with the size of a frame", () => {
    const { small } = presets;
    assert.deepEqual(bottomUpSettings({ ...small, temporalDepth: 9, gelu: "erf" }), bottomUpSettings(small));
    assert.notDeepEqual(bottomUpSettings({ ...small, size: 64 }), bottomUpSettings(small));
  });
});

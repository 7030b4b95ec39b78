import assert from "node:assert/strict";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { requireStills } from "../../../../../kernel/aen/training/bottomUp/requireStills.js";
import { patternClips } from "../patternClips.js";
import { patternStills } from "./stillsOfPattern.js";

describe("clips that should be stills", () => {
  it("have one frame each; the first that has more is named", () => {
    const stills = patternStills(1);
    assert.doesNotThrow(() => requireStills(stills));
    const mixed = new ClipSet([...stills.clips, patternClips(1, "clip").clips[0]], stills.labels);
    assert.throws(
      () => requireStills(mixed),
      /1 of 8 clips are no stills: "clip-0" has 4 frames\. .*aen\.clips\.stills/,
    );
  });
});

import assert from "node:assert/strict";
import { faceInput } from "../../../../kernel/aen/training/faceInput.js";
import { patternClips } from "./patternClips.js";
import { withSights } from "./facelessClips.js";

describe("the input that says which frames show a face", () => {
  const { clips } = withSights(patternClips(1), () => ["seen", "none", "covered", "bridged"]);
  const batch = { clips: clips.slice(0, 2), frameNumbers: [[0, 1, 1], [3, 2, 1]] }; // prettier-ignore

  it("is 0 for a frame without one, by the place of the frame in its row", () => {
    const { data, shape, dtype } = faceInput(batch);
    assert.deepEqual([[...data], shape, dtype], [[1, 0, 0, 1, 1, 0], [2, 3], "float32"]);
  });

  it("is 1 in rows that fill a batch up", () => {
    assert.deepEqual([...faceInput(batch, 3).data].slice(6), [1, 1, 1]);
  });
});

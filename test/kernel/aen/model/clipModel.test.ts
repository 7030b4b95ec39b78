import assert from "node:assert/strict";
import {
  baselineNames,
  clipModelOf,
  type ClipModelName,
  clipModels,
  requireClipModel,
} from "../../../../kernel/aen/model/clipModel.js";
import { model } from "../../../../kernel/aen/model/model.js";
import { configurationOf } from "../../../../kernel/aen/model/presets.js";
import { smallestModel } from "../training/patternClips.js";

describe("a clip model", () => {
  it("is AEN where a configuration names none", () => {
    assert.equal(clipModelOf({}), clipModels.AEN);
    assert.equal(clipModelOf({ clipModel: "GRU" }).title, "GRU on the last level's features");
  });

  it("AEN leaves no trace in a configuration, so that records and names of studies stay as they were", () => {
    assert.deepEqual(configurationOf({ preset: "tiny", clipModel: "AEN" }), configurationOf("tiny"));
    assert.equal(configurationOf({ preset: "tiny", clipModel: "GRU" }).clipModel, "GRU");
  });

  it("is refused by a name that none has, with those that there are", () => {
    for (const name of ["gru", "LSTM", "toString", ""]) {
      assert.throws(() => requireClipModel(name), /There is no clip model .* only "AEN", .*"vote of frames"/);
      assert.throws(() => model({ ...smallestModel, clipModel: name as ClipModelName }), RangeError);
    }
  });

  it("is a baseline unless it is AEN", () => {
    assert.deepEqual([...baselineNames, "AEN"].sort(), Object.keys(clipModels).sort());
  });

  it("says in its text what it is, and that a baseline has no head for sentiment", () => {
    const own = model({ ...smallestModel, clipModel: "mean of features" });
    assert.match(String(own), /^Mean of the last level's features: [\d,]+ weights.*, no head for sentiment$/);
    own.dispose();
  });
});

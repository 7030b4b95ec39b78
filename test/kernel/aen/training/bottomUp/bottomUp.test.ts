import assert from "node:assert/strict";
import path from "node:path";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";
import { readWeights } from "../../../../../kernel/aen/model/weightFiles.js";
import type { BottomUp } from "../../../../../kernel/aen/training/bottomUp/bottomUp.js";
import { fit } from "../../../../../kernel/aen/training/bottomUp/fit.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { notesDuring } from "../../notes.js";
import { smallestModel } from "../patternClips.js";
import { patternStills } from "./stillsOfPattern.js";

describe("a bottom-up branch that has learnt from stills", () => {
  const stills = patternStills(2);
  const folder = temporaryFolder();
  let branch: BottomUp;
  before(async () => {
    branch = await fit(stills, { model: smallestModel, epochs: 1, device: "cpu", record: false });
  });
  after(() => branch.dispose());

  it("tells of stills and people that it learnt from when it is evaluated on them", async () => {
    const device = "cpu";
    const [same, others] = [stills, patternStills(1, "others")];
    assert.match(
      (await notesDuring(() => branch.evaluate(same, { device }))).join("\n"),
      /14 of 14 stills are among those that the branch learnt from.*\n.*2 of 2 people/,
    );
    assert.deepEqual(await notesDuring(() => branch.evaluate(others, { device })), []);
  });

  it("is shown as a sentence and the board of its training", async () => {
    const bundle = await branch[displayMethod]();
    const sentence =
      'Bottom-up branch of "tiny" for pictures of 16 x 16 pixels, finished after 1 epoch on 14 stills of 2 people.';
    assert.equal(bundle["text/plain"], sentence);
    assert.ok(Object.keys(bundle).some((type) => type.includes("training-board")));
  });

  it("is written as weights that its frozen frame model shares", async () => {
    const file = path.join(folder, "new", "branch.safetensors");
    await branch.save(file);
    const weights = await readWeights(file);
    assert.deepEqual(weights.get("frozen.head.frame.bias"), weights.get("head.frame.bias"));
  });
});

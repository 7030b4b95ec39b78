import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { halfGreyJpeg, wavesAsJpeg } from "../../../images/damagedJpeg.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("clips whose frames are damaged JPEGs", () => {
  const root = temporaryFolder();
  let [whole, half]: Buffer[] = [];
  before(async () => {
    [whole, half] = [await wavesAsJpeg(false), await halfGreyJpeg()];
    const damaged = { "Happy/whole": [], "Sad/one": [4], "Sad/many": [1, 2, 3, 12] };
    for (const [clip, frames] of Object.entries<number[]>(damaged))
      write(path.join(root, "clips", clip), frames);
    const lines = ["Happy/whole 20 0", "Sad/one 20 1", "Sad/many 20 1", "Sad/none 20 1"];
    writeFileSync(path.join(root, "clips/list.txt"), lines.join("\n"));
  });
  function write(folder: string, damaged: readonly number[]): void {
    mkdirSync(folder, { recursive: true });
    for (let frame = 0; frame < 20; frame++)
      writeFileSync(path.join(folder, `${frame + 1}.jpg`), damaged.includes(frame) ? half : whole);
  }
  const open = (options = {}) => clips.fromClassFolders(path.join(root, "clips"), options);

  it("are refused or left out when opened, above one frame in ten, and otherwise told", async () => {
    await assert.rejects(open(), /many: 4 of 20 frames are damaged \(first frame 1: .*onProblem: "skip"/);
    const set = await open({ onProblem: "skip" });
    assert.deepEqual(
      set.clips.map(({ id }) => path.basename(id)),
      ["whole", "one"],
    );
    assert.match(set.leftOut[0].reason, /4 of 20 frames are damaged/);
    assert.deepEqual(
      set.damagedFrames.map(({ frames }) => frames),
      [[4]],
    );
  });

  it("are found in a list where all frames are asked for, and otherwise when they are read", async () => {
    const list = path.join(root, "clips/list.txt");
    const checked = await clips.fromList(list, { firstLabel: 0, checkFrames: true, onProblem: "skip" });
    assert.deepEqual([checked.length, checked.leftOut.length], [2, 2]);
    assert.match(checked.leftOut[0].reason, /none does not exist/);
    const unchecked = await clips.fromList(list, { firstLabel: 0 });
    assert.deepEqual([unchecked.length, unchecked.damagedFrames], [4, []]);
    const many = unchecked.find("Sad/many")!;
    assert.equal((await many.read([0, 5])).count, 2);
    await assert.rejects(many.read([0, 1, 2, 3]), /3 of 20 frames are damaged.*checkFrames: true/);
  });

  it("are looked at in a sample of a large set, and all where that is asked for", async () => {
    const large = path.join(root, "large");
    for (let clip = 0; clip < 110; clip++) {
      const name = String(clip).padStart(3, "0");
      write(path.join(large, "Happy", name), clip === 10 ? [1, 2, 3] : []); // not among 100 of 110, evenly spread
    }
    assert.equal((await clips.fromClassFolders(large)).length, 110);
    await assert.rejects(clips.fromClassFolders(large, { checkFrames: true }), /010: 3 of 20 frames/);
  });

  it("stay the same set in a description", async () => {
    const file = path.join(root, "dataset.json");
    const source = { format: "class folders", path: "clips", onProblem: "skip", checkFrames: true } as const;
    await clips.writeDescription(file, source);
    const set = await clips.from(file as `${string}.json`);
    assert.deepEqual([set.length, set.leftOut.length], [2, 1]);
  });
});

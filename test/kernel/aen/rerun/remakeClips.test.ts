import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import * as aen from "../../../../kernel/aen/index.js";
import { areOfFiles, obstacleToClips, remakeClips } from "../../../../kernel/aen/rerun/remakeClips.js";
import { describeData, type DataDescription } from "../../../../kernel/aen/training/record/runDescription.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

const written = (clips: aen.ClipSet) => JSON.parse(JSON.stringify(describeData(clips))) as DataDescription;
const ids = ({ clips }: aen.ClipSet) => clips.map(({ id }) => id);

describe("the clips of a record", () => {
  const folder = temporaryFolder();
  const labels = new aen.LabelSet(["Happy", "Sad", "Neutral"], {
    good: ["Happy"],
    other: ["Sad", "Neutral"],
  });
  let drawn: aen.ClipSet;
  before(async () => {
    drawn = await aen.clips.synthetic({ perEmotion: 4, frames: 3, size: 16, seed: "x", labels });
    for (const name of ["a", "b"]) {
      mkdirSync(path.join(folder, name));
      for (const frame of [1, 2]) {
        const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } });
        await picture.png().toFile(path.join(folder, name, `${frame}.png`));
      }
    }
    writeFileSync(path.join(folder, "list.txt"), "a 2 0\nb 2 1\n");
  });

  it("are made again: drawn ones with their labels, and whatever was taken of them", async () => {
    const { train, test } = drawn.split({ by: "identity", test: 0.25, seed: 2 });
    for (const clips of [
      drawn,
      train,
      test,
      train.withEmotion("Sad"),
      drawn.filter((_, place) => place % 2 > 0),
    ]) {
      const again = await remakeClips(written(clips), "the clips");
      assert.deepEqual(ids(again), ids(clips));
      assert.equal(again.contentHash, clips.contentHash);
      assert.deepEqual((await again.clips[0].read([0])).data, (await clips.clips[0].read([0])).data);
    }
  });

  it("are made again from stills of clips, and from files", async () => {
    const stills = aen.clips.stills(drawn.sample(6, 1), { perClip: 1 });
    const listed = await aen.clips.fromList(path.join(folder, "list.txt"), { atLeast: 1 });
    const source = { format: "list", path: "list.txt", atLeast: 1 } as const;
    const described = await aen.clips.writeDescription(path.join(folder, "dataset.json"), source);
    for (const clips of [stills, listed, listed.filter(({ label }) => label === 1), described])
      assert.deepEqual(ids(await remakeClips(written(clips), "the clips")), ids(clips));
  });

  it("are made again from stills by every function of aen.stills that a record can name", async () => {
    const pictures = path.join(folder, "stills");
    for (const name of ["Happy", "Sad"]) {
      mkdirSync(path.join(pictures, name), { recursive: true });
      copyFileSync(path.join(folder, "a", "1.png"), path.join(pictures, name, "1.png"));
    }
    const lines = { "s.txt": "stills/Happy/1.png 1 0\n", "s.csv": "path,label\nstills/Sad/1.png,Sad\n" };
    const pixels = new Array(2304).fill(9).join(" ");
    const files = { ...lines, "fer2013.csv": `emotion,pixels,Usage\n4,${pixels},Training\n` };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const [list, table, fer2013] = Object.keys(files).map((name) => path.join(folder, name));
    for (const clips of [
      await aen.stills.fromFolder(pictures),
      await aen.stills.fromList(list),
      await aen.stills.fromTable(table),
      await aen.stills.fromFer2013(fer2013),
    ]) {
      const again = await remakeClips(written(clips), "the stills");
      assert.equal(again.contentHash, clips.contentHash);
      assert.ok(areOfFiles(written(clips)));
    }
    const other = { ...written(drawn), origin: { ...written(drawn).origin!, made: "stills.fromNowhere" } };
    await assert.rejects(remakeClips(other, "the stills"), /has no aen\.stills\.fromNowhere/);
  });

  it("are of files if any of them is, whose content is not compared", async () => {
    const listed = await aen.clips.fromList(path.join(folder, "list.txt"), { atLeast: 1 });
    const stills = written(aen.clips.stills(drawn, { perClip: 1 }));
    const ofListed = { origin: { ...stills.origin!, given: [{ clipSet: written(listed).origin }] } };
    assert.deepEqual([written(drawn), written(listed), stills, ofListed, { origin: null }].map(areOfFiles), [
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it("are refused when others come out", async () => {
    const listed = written(await aen.clips.fromList(path.join(folder, "list.txt"), { atLeast: 1 }));
    writeFileSync(path.join(folder, "list.txt"), "a 2 0\nb 2 2\n");
    await assert.rejects(
      remakeClips(listed, "The training clips"),
      /^RangeError: The training clips are not what they were: aen\.clips\.fromList now gives 2 of 2 clips with the content hash \w{12} instead of/,
    );
    const origin = { ...listed.origin!, made: "importVideos" };
    await assert.rejects(remakeClips({ ...listed, origin }, "x"), /has no aen\.clips\.importVideos/);
  });

  it("are refused when another version of the generator drew them, and stills of them", async () => {
    for (const generator of [undefined, 1, 3]) {
      const data = written(drawn);
      const origin = { ...data.origin!, generator };
      const stills = written(aen.clips.stills(drawn, { perClip: 1 }));
      const ofStills = { ...stills.origin!, given: [{ clipSet: origin }] };
      for (const old of [
        { ...data, origin },
        { ...stills, origin: ofStills },
      ])
        await assert.rejects(
          remakeClips(old, "The clips"),
          new RegExp(
            `^RangeError: The clips cannot be made again: version ${generator ?? 1} of the generator`,
          ),
        );
    }
  });

  it("are refused when the record does not say how they were made", async () => {
    const own = new aen.ClipSet(drawn.clips, labels);
    assert.match(obstacleToClips(written(own))!, /put together in code/);
    const { origin: _origin, ...earlier } = written(drawn);
    assert.match(obstacleToClips(earlier)!, /of an earlier version/);
    const named = await aen.clips.fromList(path.join(folder, "list.txt"), {
      atLeast: 1,
      identity: () => "x",
    });
    assert.match(obstacleToClips(written(named))!, /the option "identity" of aen\.clips is a function/);
    await assert.rejects(
      remakeClips(written(own), "The clips"),
      /^RangeError: The clips cannot be made again: they were put/,
    );
  });
});

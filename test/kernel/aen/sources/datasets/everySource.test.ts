import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import type { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import type { DatasetSource } from "../../../../../kernel/aen/clips/datasetDescription.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { notesDuring } from "../../notes.js";
import { drawVideo, temporaryFolder } from "../video/testVideo.js";

/** A recording to be laid out on disk. */
interface Take {
  readonly person: string;
  readonly emotion: string;
  readonly name: string;
  readonly sex: string;
  readonly frames: number;
}

const inside = [..."ab1 é'+()[]{}_-,"];
const name = fc
  .tuple(
    fc.constantFrom(..."abcé7"),
    fc.array(fc.constantFrom(...inside), { maxLength: 5 }),
    fc.constantFrom(..."xyz"),
  )
  .map(([first, middle, last]) => `${first}${middle.join("")}${last}`);
const names = fc.oneof(name, fc.constantFrom("constructor", "__proto__", "toString"));
const take: fc.Arbitrary<Take> = fc.record({
  person: names,
  emotion: fc.constantFrom(...dfewLabels.emotions),
  name: names,
  sex: fc.constantFrom("woman", "man"),
  frames: fc.integer({ min: 1, max: 3 }),
});
const takes = fc.uniqueArray(take, {
  minLength: 1,
  maxLength: 4,
  selector: (one) => one.name.normalize("NFC"),
});

const factsOf = (set: ClipSet) =>
  set.clips.map(({ id, label, identity, groups, frameCount }) => [
    id,
    label,
    identity,
    { ...groups },
    frameCount,
  ]);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const placeOf = ({ person, emotion, name: take }: Take) => `${person}/${emotion}/${take}`;

describe("a data set in one file", function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  let picture: Buffer;
  let video: Buffer;
  before(async () => {
    picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    video = readFileSync(drawVideo(path.join(folder, "one.mp4"), 2, "32x24"));
  });

  function layFrames(root: string, place: string, frames: number): void {
    mkdirSync(path.join(root, place), { recursive: true });
    for (let frame = 1; frame <= frames; frame++)
      writeFileSync(path.join(root, place, `${frame}.png`), picture);
  }

  function layVideo(root: string, place: string): void {
    mkdirSync(path.dirname(path.join(root, place)), { recursive: true });
    writeFileSync(path.join(root, `${place}.mp4`), video);
  }

  function layTable(root: string, all: readonly Take[], ending = ""): void {
    const rows = all.map((one) =>
      [`${placeOf(one)}${ending}`, one.emotion, one.person, one.sex].map(quoted).join(),
    );
    writeFileSync(path.join(root, "labels.csv"), ["path,label,actor,sex", ...rows, ""].join("\n"));
  }

  /** For each kind of source: lays the recordings out below a folder and says how to read them. */
  const kinds: Record<string, (root: string, all: readonly Take[]) => DatasetSource> = {
    list: (root, all) => {
      for (const one of all) layFrames(root, `frames/${placeOf(one)}`, one.frames);
      const lines = all.map(
        (one) => `${placeOf(one)} ${one.frames} ${dfewLabels.emotions.indexOf(one.emotion)}\n`,
      );
      writeFileSync(path.join(root, "list.txt"), lines.join(""));
      const pattern = "{identity}/{emotion}/*";
      return { format: "list", path: "list.txt", root: "frames", atLeast: 0, firstLabel: 0, pattern };
    },
    table: (root, all) => {
      for (const one of all) layFrames(root, placeOf(one), one.frames);
      layTable(root, all);
      return { format: "table", path: path.join(root, "labels.csv"), groups: ["sex"] };
    },
    "class folders": (root, all) => {
      for (const one of all) layFrames(root, `data/${placeOf(one)}`, one.frames);
      return { format: "class folders", path: "data", pattern: "{identity}/{label}/*" };
    },
    "class folders of videos": (root, all) => {
      for (const one of all) layVideo(root, `${one.emotion}/${one.person}~${one.name}`);
      return { format: "class folders", path: ".", pattern: /\/(?<identity>[^/]+)~/, faces: false };
    },
    "videos with a table": (root, all) => {
      for (const one of all) layVideo(root, placeOf(one));
      layTable(root, all, ".mp4");
      return { format: "videos", path: "**/*.mp4", labels: "labels.csv", groups: ["sex"], faces: false };
    },
    "videos by path": (root, all) => {
      for (const one of all) layVideo(root, placeOf(one));
      const paths = all.map((one) => path.join(root, `${placeOf(one)}.mp4`));
      return { format: "videos", path: paths, pattern: "{identity}/{label}/*.mp4", faces: false };
    },
    published: (root, all) => {
      mkdirSync(path.join(root, "label"), { recursive: true });
      all.forEach((one, at) => layFrames(root, `data/0000${at + 1}`, one.frames));
      const rows = all.map((one, at) => `${at + 1},${dfewLabels.emotions.indexOf(one.emotion) + 1}`);
      writeFileSync(
        path.join(root, "label", "single_testset_1.csv"),
        ["video_name,label", ...rows, ""].join("\n"),
      );
      return { format: "published", dataset: "DFEW", path: ".", split: "test", atLeast: 1 };
    },
  };

  for (const [kind, lay] of Object.entries(kinds)) {
    it(`can be opened again, here and where its folder is moved (${kind})`, async () => {
      const ofVideos = kind.includes("videos");
      const some = ofVideos ? takes.filter((all) => all.length < 3) : takes;
      const property = fc.asyncProperty(some, async (all) => {
        const here = mkdtempSync(path.join(folder, "here [1] {a,b}-"));
        const there = path.join(mkdtempSync(path.join(folder, "there-")), "moved", "data");
        const described = await clips.writeDescription(path.join(here, "dataset.json"), lay(here, all));
        const opened = await clips.fromDescription(path.join(here, "dataset.json"));
        mkdirSync(path.dirname(there));
        renameSync(here, there);
        const moved = await clips.fromDescription(path.join(there, "dataset.json"));
        assert.equal(described.length, all.length);
        for (const set of [opened, moved]) {
          assert.deepEqual(factsOf(set), factsOf(described));
          assert.equal(set.contentHash, described.contentHash);
          assert.deepEqual(set.dataset, described.dataset);
        }
        assert.ok(!readFileSync(path.join(there, "dataset.json"), "utf8").includes(folder));
        if (kind !== "published") {
          // spaces in a row count as one: tables and folders write names by hand
          const people = new Map(all.map((one) => [one.name, one.person.replaceAll(/\s+/g, " ")]));
          for (const { id, identity } of moved)
            assert.equal(identity, people.get(/([^/~]+?)(?:\.mp4)?$/.exec(id)![1]));
        }
        rmSync(there, { recursive: true });
      });
      await notesDuring(() => fc.assert(property, { numRuns: ofVideos ? 2 : 10 }));
    });
  }

  it("can be opened again after an import, with people and groups, here and where it is moved", async () => {
    const property = fc.asyncProperty(takes, async (all) => {
      const here = mkdtempSync(path.join(folder, "import-"));
      for (const one of all) layVideo(path.join(here, "videos"), placeOf(one));
      layTable(path.join(here, "videos"), all, ".mp4");
      const { clips: imported } = await clips.importVideos(
        all.map((one) => path.join(here, "videos", `${placeOf(one)}.mp4`)),
        {
          to: path.join(here, "out"),
          labels: path.join(here, "videos", "labels.csv"),
          groups: ["sex"],
          faces: false,
        },
      );
      renameSync(path.join(here, "out"), path.join(here, "moved"));
      const moved = await clips.fromDescription(path.join(here, "moved", "dataset.json"));
      assert.deepEqual(factsOf(moved), factsOf(imported));
      assert.equal(moved.contentHash, imported.contentHash);
      const said = (set: readonly (readonly unknown[])[]) => set.map((one) => JSON.stringify(one)).sort();
      assert.deepEqual(
        said(moved.clips.map(({ identity, groups }) => [identity, groups?.sex])),
        said(all.map(({ person, sex }) => [person, sex])),
      );
    });
    await notesDuring(() => fc.assert(property, { numRuns: 2 }));
  });
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import type { DatasetDescription } from "../../../../../kernel/aen/clips/datasetDescription.js";
import { describeData } from "../../../../../kernel/aen/training/record/runDescription.js";
import { notesDuring } from "../../notes.js";
import { drawVideo, temporaryFolder } from "../video/testVideo.js";

describe("a data set described in one file", () => {
  const folder = temporaryFolder();
  const file = (name: string) => path.join(folder, name);

  before(async () => {
    const image = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } });
    for (const clip of ["Happy/a", "Sad/b", "Sad/c"]) {
      mkdirSync(file(`frames/${clip}`), { recursive: true });
      for (let i = 1; i <= 3; i++)
        await image
          .clone()
          .png()
          .toFile(file(`frames/${clip}/${i}.png`));
    }
    writeFileSync(file("list.txt"), "Happy/a 3 0\nSad/b 3 1\nSad/c 3 1\n");
    writeFileSync(file("table.csv"), "path,label,subject\nHappy/a,happy,Ann\nSad/b,sad,Bob\n");
  });

  const sources = {
    list: { format: "list", path: "list.txt", root: "frames", atLeast: 2 },
    table: { format: "table", path: "table.csv", root: "frames" },
    folders: { format: "class folders", path: "frames", labelMap: { Happy: "Happy", Sad: null } },
  } as const;
  for (const [name, source] of Object.entries(sources)) {
    it(`gives the same clips when it is read (${source.format})`, async () => {
      const described = await clips.writeDescription(file(`${name}.json`), source, { name });
      const again = await clips.fromDescription(file(`${name}.json`));
      assert.equal(again.contentHash, described.contentHash);
      assert.deepEqual(again.clips.map(({ label, identity }) => [label, identity]).slice(0, 1), [
        [0, name === "table" ? "Ann" : null],
      ]);
      assert.equal(again.length, { list: 3, table: 2, folders: 1 }[name]);
    });
  }

  it("says what is dropped, and stays with parts of it up to the run record", async () => {
    const set = await clips.writeDescription(file("dataset.json"), sources.folders);
    const written = JSON.parse(readFileSync(file("dataset.json"), "utf8")) as DatasetDescription;
    assert.deepEqual(written.drops, ["Sad"]);
    const { checksums, ...kept } = written;
    assert.deepEqual(Object.keys(checksums!), ["frames/Happy/a"]);
    assert.deepEqual(set.dataset, kept);
    const opened = await clips.from(`${folder}/dataset.json`);
    const { origin, ...described } = describeData(opened.filter(() => true));
    assert.deepEqual(described, { clips: 1, hash: opened.contentHash, dataset: kept });
    const sha256 = createHash("sha256")
      .update(readFileSync(file("dataset.json")))
      .digest("hex");
    assert.deepEqual(
      [origin!.made, origin!.files],
      ["fromDescription", { [`${folder}/dataset.json`]: sha256 }],
    );
  });

  it("is written by an import, with who is seen", async () => {
    const video = drawVideo(file("v.mp4"), 4);
    const options = { to: file("out"), faces: false, labels: { v: "Sad" }, identity: () => "Cleo" } as const;
    const imported = await clips.importVideos(video, options);
    const again = await clips.fromDescription(imported.description);
    assert.equal(again.contentHash, imported.clips.contentHash);
    assert.deepEqual(
      again.clips.map(({ id, label, identity }) => [id, label, identity]),
      [["v", 1, "Cleo"]],
    );
  });

  it("is written as before under the old name, which is noted once", async () => {
    const notes = await notesDuring(async () => {
      for (const name of ["old.json", "older.json"]) await clips.describe(file(name), sources.list);
    });
    const told = notes.filter((note) => !note.includes("copies of others")); // its folders have equal frames
    assert.deepEqual(
      told.map((note) => /^Note: aen\.clips\.describe is .*\.writeDescription\.$/.test(note)),
      [true],
    );
    assert.equal((await clips.fromDescription(file("older.json"))).length, 3);
  });

  it("is refused where its folder is missing or a file, and none is made", async () => {
    for (const inside of ["gone", "list.txt"]) {
      await assert.rejects(
        clips.writeDescription(file(`${inside}/dataset.json`), sources.list),
        /dataset\.json: its folder .* does not exist/,
      );
    }
    assert.ok(!existsSync(file("gone")));
  });

  it("leaves what was there when it cannot be written", async () => {
    mkdirSync(file("taken.json/inside"), { recursive: true });
    await assert.rejects(clips.writeDescription(file("taken.json"), sources.list), /taken\.json: /);
    assert.deepEqual(readdirSync(file("taken.json")), ["inside"]);
    assert.ok(readdirSync(folder).every((name) => !name.endsWith(".partial")));
  });

  it("refuses a source with an entry that it could not hold, before anything is read or written", async () => {
    const identity = () => "Ann";
    const source = { ...sources.list, path: "gone.txt", identity };
    await assert.rejects(
      clips.writeDescription(file("never.json"), source),
      /never\.json: "source" has an unknown entry "identity"\. A description cannot hold it/,
    );
    assert.ok(!existsSync(file("never.json")));
  });

  it("has labels of the given label set for a published data set, too", async () => {
    const labels = new LabelSet(["Sad", "Happy"], { all: ["Sad", "Happy"] });
    mkdirSync(file("crema"));
    for (const name of ["1001_DFA_HAP_XX.mp4", "1002_DFA_SAD_XX.mp4", "1002_DFA_FEA_XX.mp4"])
      drawVideo(file(`crema/${name}`), 2);
    const source = { format: "published", dataset: "CREMA-D", path: "crema", faces: false } as const;
    await clips.writeDescription(file("crema.json"), source, { labels });
    const again = await clips.fromDescription(file("crema.json"));
    assert.deepEqual(
      again.clips.map(({ id, label, identity }) => [id, label, identity]),
      [
        ["crema/1001_DFA_HAP_XX.mp4", 1, "1001"],
        ["crema/1002_DFA_SAD_XX.mp4", 0, "1002"],
      ],
    );
    assert.deepEqual(again.labels.emotions, ["Sad", "Happy"]);
  });

  it("refuses data that have changed since, unless allowChanged is set", async () => {
    await clips.writeDescription(file("changing.json"), { ...sources.table });
    await sharp(file("frames/Sad/b/3.png")).resize(50, 50).toFile(file("frames/Sad/b/4.png"));
    await assert.rejects(
      clips.fromDescription(file("changing.json")),
      /changing\.json: the data have changed since/,
    );
    const notes = await notesDuring(async () => {
      const taken = await clips.fromDescription(file("changing.json"), { allowChanged: true });
      assert.equal(taken.clips[1].frameCount, 4);
    });
    assert.match(notes.join("\n"), /changing\.json: these are not the clips that it describes/);
  });

  it("notices other content of the same size when it verifies", async () => {
    await clips.writeDescription(file("verified.json"), sources.list);
    await clips.fromDescription(file("verified.json"), { verify: true });
    const frame = file("frames/Sad/c/2.png");
    const bytes = readFileSync(frame);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(frame, bytes);
    assert.equal((await clips.fromDescription(file("verified.json"))).length, 3);
    await assert.rejects(
      clips.fromDescription(file("verified.json"), { verify: true }),
      /verified\.json: 1 of 3 clips have changed since they were described: Sad\/c \(its content is another\)/,
    );
    await clips.writeDescription(file("quick.json"), sources.list, { checksums: false });
    await assert.rejects(clips.fromDescription(file("quick.json"), { verify: true }), /has no checksums/);
  });

  const good = {
    kind: "aen dataset",
    version: 1,
    name: "x",
    source: sources.list,
    clips: 1,
    emotions: ["Happy", "Sad"],
    groups: { Positive: ["Happy"], Negative: ["Sad"] },
    contentHash: "0".repeat(64),
  };
  const wrong: [string, object | string, RegExp][] = [
    ["no JSON", "{", /wrong\.json: this is not JSON/],
    ["another kind of file", { ...good, kind: "package" }, /"kind" must be "aen dataset"/],
    ["a later version", { ...good, version: 3 }, /"version" must be 1 or 2/],
    [
      "an earlier version",
      { ...good, source: sources.table },
      /written by an earlier version.*describe them again/,
    ],
    ["an unknown format", { ...good, source: { format: "zip", path: "a" } }, /"source".* format "zip"/],
    [
      "a misspelt option",
      { ...good, source: { ...sources.list, atleast: 3 } },
      /"source" has an unknown entry "atleast"/,
    ],
    ["no source", { ...good, source: undefined }, /does not say where its clips are/],
    [
      "an emotion without a group",
      { ...good, groups: { Positive: ["Happy"] } },
      /"Sad" must be in exactly one/,
    ],
    ["a missing name", { ...good, name: undefined }, /must have required property 'name'/],
    [
      "a list that is gone",
      { ...good, source: { format: "list", path: "gone.txt" } },
      /gone\.txt: there is no such/,
    ],
  ];
  for (const [name, content, message] of wrong) {
    it(`tells what is wrong: ${name}`, async () => {
      writeFileSync(file("wrong.json"), typeof content === "string" ? content : JSON.stringify(content));
      await assert.rejects(clips.fromDescription(file("wrong.json")), message);
    });
  }
});

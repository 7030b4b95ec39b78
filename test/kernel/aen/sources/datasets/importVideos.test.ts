import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import type { ImportProgress } from "../../../../../kernel/aen/sources/video/importProgress.js";
import { faceVideo } from "../video/faceVideo.js";
import { drawVideo, temporaryFolder } from "../video/testVideo.js";

const raw = { faces: false } as const;

describe("an import of videos", () => {
  const folder = temporaryFolder();
  const at = (...names: string[]) => path.join(folder, ...names);

  it("keeps whose face was chosen, in each clip's record and in the description", async function () {
    this.timeout(60_000);
    const video = await faceVideo(at("dyad.mp4"), 2);
    const to = at("persons");
    const { description, clips: set } = await clips.importVideos(video, {
      to,
      person: { "dyad.mp4": "largest" },
    });
    const json = (file: string) =>
      JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, unknown>>;
    assert.equal(json(path.join(to, "dyad.json")).recipe.person, "largest");
    assert.deepEqual(json(description).source.person, { "dyad.mp4": "largest" });
    assert.equal((await clips.fromDescription(description)).contentHash, set.contentHash);
    await assert.rejects(
      clips.importVideos(video, { to, person: 2 }),
      /it shows one person, so there is no person 2/,
    );
  });

  it("gives folders of frames, a list that is read back, and a description", async () => {
    const files = [drawVideo(at("a b.mp4"), 18), drawVideo(at("c.avi"), 17)];
    const {
      clips: set,
      list,
      description,
    } = await clips.importVideos(files, {
      ...raw,
      to: at("out"),
      labels: { "c.avi": "Fear" },
    });
    assert.equal(readFileSync(list, "utf8"), "a_b 18 -1\nc 17 6\n");
    assert.deepEqual(readdirSync(at("out")).sort(), [
      "a_b",
      "a_b.json",
      "c",
      "c.json",
      "dataset.json",
      "list.txt",
    ]);
    assert.deepEqual(readdirSync(at("out", "c")).slice(0, 2), ["000001.jpg", "000002.jpg"]);
    assert.equal((JSON.parse(readFileSync(description, "utf8")) as { frames: number }).frames, 35);
    const again = await clips.fromList(list, { checkFrames: true, firstLabel: 0 });
    assert.deepEqual((await again.clips[1].read([5])).data, (await set.clips[1].read([5])).data);
  });

  it("labels clips of one name by the folder that their row names, as the reader of videos does", async () => {
    const emotions = { Anger: "Angry", Happy: "Happy", Sad: "Sad" };
    const files = Object.keys(emotions).map((name) => {
      mkdirSync(at("caer", name), { recursive: true });
      return drawVideo(at("caer", name, "0001.mp4"), 2);
    });
    const rows = Object.entries(emotions).map(([name, label], id) => `${name}/0001.mp4,${label},P${id}`);
    writeFileSync(at("caer", "labels.csv"), ["path,label,actor", ...rows.reverse(), ""].join("\n"));
    const pattern = at("caer", "**", "*.mp4");
    const options = { ...raw, labels: at("caer", "labels.csv") };
    const expected = files.map((_, id) => [Object.values(emotions)[id], `P${id}`]);
    const read = await clips.fromVideos(pattern, options);
    const imported = await clips.importVideos(pattern, { ...options, to: at("caerOut") });
    const table = await clips.fromTable(at("caer", "labels.csv"), raw);
    const again = await clips.from(`${imported.description}` as `${string}.json`);
    const commanded = execFileSync(
      process.execPath,
      [
        ...["--import", "tsx", "kernel/cli.ts", "import", pattern, "--to", at("caerCommand"), "--no-faces"],
        ...["--labels", at("caer", "labels.csv"), "--groups", "Actor", "--pattern", "{folder}/*.mp4"],
      ],
      { encoding: "utf8" },
    );
    assert.match(commanded, /^3 clips, 6 frames/);
    const written = await clips.from(at("caerCommand", "dataset.json") as `${string}.json`);
    assert.deepEqual(
      written.clips.map(({ groups }) => groups),
      Object.keys(emotions).map((name, id) => ({ folder: name, Actor: `P${id}` })),
    );
    for (const set of [read, imported.clips, again, written]) {
      assert.deepEqual(
        set.clips.map(({ label, identity }) => [set.labels.emotions[label!], identity]),
        expected,
      );
    }
    assert.deepEqual(
      table.clips.map(({ label, identity }) => [table.labels.emotions[label!], identity]).reverse(),
      expected,
    );
  });

  it("continues where it was stopped and repeats nothing", async () => {
    const files = [drawVideo(at("one.mp4"), 30), drawVideo(at("two.mp4"), 30)];
    const stop = new AbortController();
    const onProgress = ({ fileNumber }: ImportProgress) => {
      if (fileNumber === 2) stop.abort(new Error("enough"));
    };
    const options = { ...raw, to: at("resumed") };
    await assert.rejects(
      clips.importVideos(files, { ...options, onProgress, signal: stop.signal }),
      /enough/,
    );
    assert.deepEqual(readdirSync(at("resumed")).sort(), ["one", "one.json"]);
    const written = statSync(at("resumed", "one", "000001.jpg")).mtimeMs;
    mkdirSync(at("resumed", "two.partial")); // what a killed process leaves
    writeFileSync(at("resumed", "two.partial", "000001.jpg"), "half");
    const { clips: set } = await clips.importVideos(files, options);
    assert.equal(set.length, 2);
    assert.equal(statSync(at("resumed", "one", "000001.jpg")).mtimeMs, written);
    assert.equal(existsSync(at("resumed", "two.partial")), false);
  });

  it("imports a video again when it has changed", async () => {
    const file = drawVideo(at("changing.mp4"), 5);
    await clips.importVideos(file, { ...raw, to: at("changed") });
    drawVideo(file, 9);
    assert.equal(
      (await clips.importVideos(file, { ...raw, to: at("changed") })).clips.clips[0].frameCount,
      9,
    );
  });

  it("can leave out what fails and say so", async () => {
    writeFileSync(at("broken.mp4"), "no video");
    const files = [at("broken.mp4"), drawVideo(at("whole.mp4"), 4)];
    const { clips: set, failed } = await clips.importVideos(files, {
      ...raw,
      to: at("some"),
      keepGoing: true,
    });
    assert.deepEqual([set.length, failed.length], [1, 1]);
    assert.match(failed[0].reason, /broken\.mp4: this is not a video/);
  });

  it("reports progress, speed and time left", async () => {
    const told: ImportProgress[] = [];
    const onProgress = (progress: ImportProgress) => void told.push(progress);
    await clips.importVideos(drawVideo(at("told.mp4"), 20), { ...raw, to: at("told"), onProgress });
    const end = told[told.length - 1];
    assert.deepEqual([end.stage, end.frames, end.frameCount, end.secondsLeft], ["writing frames", 20, 20, 0]);
  });

  it("says that the disk is full, keeps finished clips and continues when there is space", async function () {
    const disk = at("disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=400k", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      console.log("      (skipped: a small disk cannot be mounted here)");
      this.skip();
    }
    try {
      const files = [drawVideo(at("small.mp4"), 3), drawVideo(at("zlarge.mp4"), 60, "640x480")];
      const options = { ...raw, to: path.join(disk, "out") };
      await assert.rejects(clips.importVideos(files, options), /zlarge.*: the disk is full.*start again/);
      assert.deepEqual(readdirSync(options.to).sort(), ["small", "small.json"]);
      execFileSync("mount", ["-o", "remount,size=40m", disk]);
      assert.equal((await clips.importVideos(files, options)).clips.length, 2);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

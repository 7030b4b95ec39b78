import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { labelFile, labelText, writeLabelFiles } from "../../../../kernel/aen/prediction/labelFiles.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { twoLabels } from "./tableOfTest.js";

describe("the label files of a video", () => {
  const folder = temporaryFolder();
  const said = { emotions: [1, 0], sentiments: [1, 0], emotion: 0, sentiment: 0 };
  const other = { emotions: [0, 1], sentiments: [0, 1], emotion: 1, sentiment: 1 };
  const black = { emotions: null, sentiments: null, emotion: -1, sentiment: -1 };
  const frames = [said, black, other, said].map((reading, number) => ({
    ...{ number, time: [0, 0.04, 0.1, 0.2][number], box: null, ...reading },
    sight: reading === black ? ("none" as const) : ("seen" as const),
  }));
  const video = { file: path.join("v", "a.mp4"), frameRate: 15, frames };
  const started = "2026-01-31T12:00:00.123Z";

  it("are named like the video, ending included, so that nobody's a.eaf is in the way", () => {
    assert.deepEqual(
      [labelFile("v/a.mp4", "vtt"), labelFile("v/a.mp4", "eaf")],
      ["v/a.mp4.vtt", "v/a.mp4.eaf"],
    );
  });

  it("have emotion and sentiment of every frame with a face, in WebVTT in one cue", () => {
    const cues = labelText("vtt", video, twoLabels, started).split("\n\n").slice(2);
    assert.deepEqual(cues.map((cue) => cue.trim()), [
      "00:00:00.000 --> 00:00:00.040\nHappy (Good)",
      "00:00:00.100 --> 00:00:00.200\nSad (Bad)",
      "00:00:00.200 --> 00:00:00.266\nHappy (Good)",
    ]); // prettier-ignore
  });

  it("have a tier each for ELAN, and the date at which the table was begun", () => {
    const text = labelText("eaf", video, twoLabels, started);
    const values = [...text.matchAll(/<ANNOTATION_VALUE>(\w+)/g)].map(([, value]) => value);
    assert.deepEqual(values, ["Happy", "Sad", "Happy", "Good", "Bad", "Good"]);
    assert.match(text, /DATE="2026-01-31T12:00:00Z"/);
  });

  it("are never written over another file, which somebody may have corrected", () => {
    const file = path.join(folder, "a.mp4.eaf");
    const write = () => writeLabelFiles([{ place: file, text: "ours" }]);
    const written = { labelFiles: [file], unwritten: null };
    assert.deepEqual([write(), write()], [written, written]);
    writeFileSync(file, "corrected");
    const { labelFiles, unwritten } = write();
    assert.deepEqual(labelFiles, []);
    assert.match(unwritten!, /there already and is not overwritten.*Move it away/);
    assert.equal(readFileSync(file, "utf8"), "corrected");
  });

  it("that cannot be written cost only themselves", function () {
    if (process.platform !== "linux") return this.skip();
    mkdirSync(path.join(folder, "b.mp4.eaf"));
    const places = ["/sys/b.mp4.vtt", path.join(folder, "b.mp4.eaf"), path.join(folder, "b.mp4.vtt")];
    const { labelFiles, unwritten } = writeLabelFiles(places.map((place) => ({ place, text: "x" })));
    assert.deepEqual(labelFiles, [places[2]]);
    assert.match(
      unwritten!,
      /^\/sys\/b\.mp4\.vtt: you may not write into this folder\..*; .*b\.mp4\.eaf: this is a folder/,
    );
  });
});

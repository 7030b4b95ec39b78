import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import type { FrameReading } from "../../../../kernel/aen/prediction/readings.js";
import {
  clipHeader,
  clipRow,
  failedRow,
  frameHeader,
  frameRows,
} from "../../../../kernel/aen/prediction/tables.js";

const labels = new LabelSet(["Happy", "Not, so"], { Good: ["Happy"], Bad: ["Not, so"] });
const said = { emotions: [0.75, 0.25], sentiments: [0.75, 0.25], emotion: 0, sentiment: 0 };
const nothing = { emotions: null, sentiments: null, emotion: -1, sentiment: -1 };
const box = { x: -1.5, y: 2, width: 30.126, height: 40, confidence: 0.98765 };
const frames: FrameReading[] = [
  { number: 0, time: 0, sight: "seen", box, ...said },
  { number: 1, time: 1001 / 30000, sight: "bridged", box: { ...box, confidence: 0 }, ...said },
  { number: 2, time: 2002 / 30000, sight: "none", box: null, ...nothing },
];
type Row = Record<string, string>;
const rows = (text: string) => parse(text, { columns: true }) as Row[];

describe("the table of frames", () => {
  const text = frameHeader(labels) + frameRows("a, b.mp4", frames, labels);

  it("has OpenFace's columns, the face's box, and a column for each group and emotion by name", () => {
    assert.equal(
      frameHeader(labels),
      "file,frame,timestamp,confidence,success,face_x,face_y,face_w,face_h,sight," +
        'sentiment_Good,sentiment_Bad,emotion_Happy,"emotion_Not, so",sentiment,emotion,warnings\n',
    );
  });

  it("has a row a frame, with empty cells where nothing can be said", () => {
    const [first, second, third] = rows(text);
    assert.deepEqual(first, {
      ...{ file: "a, b.mp4", frame: "0", timestamp: "0.000000", confidence: "0.9877", success: "1" },
      ...{ face_x: "-1.50", face_y: "2.00", face_w: "30.13", face_h: "40.00", sight: "seen" },
      ...{ sentiment_Good: "0.750000", sentiment_Bad: "0.250000" },
      ...{ emotion_Happy: "0.750000", "emotion_Not, so": "0.250000" },
      ...{ sentiment: "Good", emotion: "Happy", warnings: "" },
    });
    assert.deepEqual(
      [second["timestamp"], second["success"], second["confidence"]],
      ["0.033367", "0", "0.0000"],
    );
    const { face_x: x, emotion_Happy: happy, emotion, warnings, confidence } = third;
    assert.deepEqual([x, happy, emotion, warnings, confidence], ["", "", "", "no face", "0.0000"]);
  });
});

describe("the table of clips", () => {
  it("has a row a video with its frames, rate, length and the frames in which the face was found", () => {
    const about = { file: "a.mp4", frameRate: 29.97, duration: 0.1, seen: 2 };
    const [row] = rows(clipHeader(labels) + clipRow(about, frames, said, labels));
    assert.deepEqual(
      [row["file"], row["frames"], row["frame_rate"], row["duration"], row["success"], row["faces"]],
      ["a.mp4", "3", "29.970000", "0.100000", "1", "1"],
    );
    assert.deepEqual([row["emotion_Happy"], row["sentiment"], row["emotion"]], ["0.750000", "Good", "Happy"]);
    assert.match(row["warnings"], /^no face in 1 of 3 frames; face not found, .* in 1 of 3 frames$/);
  });

  it("has a row of a video that could not be used, with the reason", () => {
    const [row] = rows(clipHeader(labels) + failedRow("b.mp4", 'b.mp4: no "video", really', labels));
    assert.deepEqual([row["file"], row["success"], row["emotion"]], ["b.mp4", "0", ""]);
    assert.equal(row["warnings"], 'b.mp4: no "video", really');
  });
});

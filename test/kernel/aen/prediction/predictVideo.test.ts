import assert from "node:assert/strict";
import path from "node:path";
import { parse } from "csv-parse/sync";
import * as aen from "../../../../kernel/aen/index.js";
import { predictVideo, type PredictionProgress } from "../../../../kernel/aen/prediction/predictVideo.js";
import { clipHeader, frameHeader } from "../../../../kernel/aen/prediction/tables.js";
import { openVideo } from "../../../../kernel/aen/sources/video/videoFile.js";
import { fusedProbabilities } from "../../../../kernel/metrics/fusion.js";
import { softmax } from "../../../../kernel/metrics/probabilities.js";
import { faceVideo } from "../sources/video/faceVideo.js";
import { ffmpeg, temporaryFolder } from "../sources/video/testVideo.js";
import { settings } from "./tableOfTest.js";

type Row = Record<string, string>;

describe("the predictions of a video", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const cache = path.join(folder, "cache");
  const model = aen.model("tiny", { seed: 5 });
  const predictor = new aen.Predictor(model, "tensorflow");
  const told: PredictionProgress[] = [];
  let file: string;
  let frames: Row[];
  let clips: Row[];
  before(async () => {
    // five frames of a face at a variable rate, then one of a white wall
    const face = await faceVideo(path.join(folder, "face.mp4"), 5);
    file = path.join(folder, "varies.mp4");
    const retimed = "tpad=stop_mode=add:stop=1:color=white,settb=1/1000,setpts='40*N+17*N*N'";
    const ticks = ["-fps_mode", "passthrough", "-enc_time_base", "1/1000", "-video_track_timescale", "1000"];
    ffmpeg("-i", face, "-vf", retimed, ...ticks, "-pix_fmt", "yuv420p", "-crf", "12", file);
    const use = { model, sampling: "even", frameOrder: "in time", isOwn: false } as const;
    const run = { fileNumber: 1, fileCount: 1, onProgress: (one: PredictionProgress) => told.push(one) };
    const { rows, row } = await predictVideo(
      await openVideo(file),
      { predictor, use, settings, persons: new Map(), cache },
      run,
    );
    frames = parse(frameHeader(model.labels) + rows, { columns: true }) as Row[];
    clips = parse(clipHeader(model.labels) + row, { columns: true }) as Row[];
  });
  after(async () => {
    await predictor.dispose();
    model.dispose();
  });

  it("are, for the clip, what the network says of the same video read by fromVideos", async () => {
    const set = await aen.clips.fromVideos(file, { cache });
    const [prediction] = await predictor.predict(set);
    const { clipLogProbabilities: clip, emotionLogProbabilities: emotion } = prediction;
    const fused = fusedProbabilities({ clip, emotion }, 0.3);
    const evaluation = new aen.Evaluation(set, [prediction]);
    assert.equal(clips[0]["emotion"], evaluation.evaluated[0].named);
    aen.dfewLabels.emotions.forEach((name, index) => near(clips[0][`emotion_${name}`], fused[index]));
    aen.dfewLabels.groups.forEach(({ name }, index) =>
      near(clips[0][`sentiment_${name}`], Math.exp(prediction.sentimentLogProbabilities[index])),
    );
  });

  it("are, for each frame with a face, what the network says of that frame alone", async () => {
    const [clip] = (await aen.clips.fromVideos(file, { cache })).clips;
    const lone = (frame: number): aen.Clip => ({
      ...{ id: `frame ${frame}`, label: null, identity: null, frameCount: 1, frameRate: null, truth: null },
      read: () => clip.read([frame]),
    });
    const set = new aen.ClipSet([lone(0), lone(4)], aen.dfewLabels);
    const alone = await predictor.predict(set);
    for (const [index, frame] of [0, 4].entries()) {
      const expected = softmax(alone[index].frameLogits![0]!);
      aen.dfewLabels.emotions.forEach((name, emotion) =>
        near(frames[frame][`emotion_${name}`], expected[emotion]),
      );
    }
  });

  it("have the true times of frames at a variable rate, to the tick", () => {
    // as ffprobe gives them (-show_entries frame=pts_time)
    assert.deepEqual(
      frames.map(({ timestamp }) => timestamp),
      ["0.000000", "0.057000", "0.148000", "0.273000", "0.432000", "0.625000"],
    );
  });

  it("say where the face is, and nothing of the frame without one", () => {
    const [first] = frames;
    const wall = frames[5];
    assert.deepEqual(
      [frames.length, first["success"], wall["success"], wall["sight"]],
      [6, "1", "0", "none"],
    );
    assert.ok(Number(first["face_w"]) > 100 && Number(first["confidence"]) > 0.3);
    assert.deepEqual([wall["face_x"], wall["emotion_Sad"], wall["emotion"]], ["", "", ""]);
    assert.match(clips[0]["warnings"], /no face in 1 of 6 frames/);
  });

  it("are told stage by stage, up to the last frame", () => {
    assert.deepEqual([...new Set(told.map(({ stage }) => stage))], [
      ...["finding faces", "writing frames", "predicting"],
    ]); // prettier-ignore
    assert.equal(told.at(-1)?.frames, 6);
  });
});

function near(cell: string, value: number): void {
  assert.ok(Math.abs(Number(cell) - value) < 1e-5, `${cell} is not ${value}`);
}

import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import { Evaluation } from "../../../../kernel/aen/results/evaluation.js";
import { setChannelHost } from "../../../../kernel/aen/host/channels.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import type { ConfusionMatrixPayload } from "../../../../kernel/contracts/payloads/confusionMatrix.js";
import { hearViews } from "../../../../kernel/aen/host/viewRequests.js";
import { Comms } from "../../../../kernel/session/comms.js";

interface Reply {
  readonly request: string;
  readonly clip?: ConfusionMatrixPayload["clips"][number];
  readonly message?: string;
}

/** What a network says that names every clip rightly, so that no view carries its frames. */
function sure(clips: aen.ClipSet, surety: number): ClipPrediction[] {
  const scores = (count: number, at: number) =>
    Array.from({ length: count }, (_, i) => (i === at ? -surety : -5));
  return clips.clips.map((clip) => {
    const label = clip.label!;
    const emotions = clips.labels.emotions.length;
    return {
      clip: clip.id,
      label,
      frameNumbers: [0, 2, 3],
      clipLogProbabilities: scores(emotions, label),
      sentimentLogProbabilities: scores(clips.labels.groups.length, clips.labels.groupOf[label]),
      emotionLogProbabilities: scores(emotions, label),
      frameLogits: [0, 1, 2].map((frame) => scores(emotions, label).map((score) => surety * frame + score)),
    };
  });
}

describe("the frames of clips, for views that do not carry them", () => {
  let clips: aen.ClipSet;
  let ask: (data: unknown) => Promise<Reply>;

  before(async () => {
    clips = await aen.clips.synthetic({ perEmotion: 1, identities: 1, frames: 4, size: 32, seed: 1 });
    const comms = new Comms();
    setChannelHost(comms);
    hearViews();
    comms.receive({ type: "comm_open", comm_id: "view", target_name: "aen.view", data: {}, buffers: [] });
    ask = (data) =>
      new Promise((resolve) => {
        comms.onSend = ({ data }) => resolve(data as Reply);
        comms.receive({ type: "comm_msg", comm_id: "view", data, buffers: [] });
      });
  });
  after(() => setChannelHost(undefined));

  async function show(predictions: ClipPrediction[], of = clips): Promise<ConfusionMatrixPayload> {
    const bundle = await new Evaluation(of, predictions)[displayMethod]();
    return bundle[viewMimeTypes["confusion-matrix"]] as ConfusionMatrixPayload;
  }

  it("are read when a view asks, from the evaluation that it shows", async () => {
    const first = await show(sure(clips, 0.1));
    const second = await show(sure(clips, 0.2));
    for (const payload of [first, second]) {
      const { id, emotion, frames } = payload.clips[1];
      assert.equal(frames, undefined, "named rightly: the view carries no frames of it");
      const { clip } = await ask({ type: "clip-frames", request: id, clip: id, emotion });
      assert.deepEqual(clip!.emotion, emotion);
      assert.deepEqual(clip!.frames!.numbers, [0, 2, 3]);
      assert.equal(clip!.frames!.truth!.length, 3);
      for (const picture of clip!.frames!.thumbnails!) assert.match(picture, /^data:image\/jpeg;base64,/);
    }
  });

  it("are those of the newest evaluation for a view that does not say which", async () => {
    const newest = await show(sure(clips, 0.3));
    const { id, emotion } = newest.clips[0];
    assert.deepEqual((await ask({ type: "clip-frames", request: id, clip: id })).clip!.emotion, emotion);
  });

  it("are refused with a message where the evaluation is not available", async () => {
    const [{ id }] = clips.clips;
    const other = [9, 9, 9, 9, 9, 9, 9];
    const reply = await ask({ type: "clip-frames", request: "r", clip: id, emotion: other });
    assert.equal(reply.request, "r");
    assert.equal(reply.clip, undefined);
    assert.match(reply.message!, /Run the cell that evaluates it again/);
  });

  it("are missed with the reason when the clip cannot be read any more", async () => {
    const gone = clips.clips.map((clip) => ({
      ...clip,
      id: `gone ${clip.id}`,
      read: () => Promise.reject(new Error("ENOENT: no such file")),
    }));
    const set = new aen.ClipSet(gone as never, clips.labels);
    const { keepForViews } = await import("../../../../kernel/aen/results/framesForViews.js");
    keepForViews({ clips: set, predictions: sure(set, 0.1) });
    const reply = await ask({ type: "clip-frames", request: "r", clip: gone[0].id });
    assert.equal(reply.message, "The frames could not be read: ENOENT: no such file");
  });
});

import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { ClipPayload, FramesPayload } from "../../../../kernel/contracts/payloads/clips.js";
import { labelsPayload } from "../../../../kernel/figures/bundles/clipPayload.js";
import { timelineLines, timelineText } from "../../../../kernel/figures/timeline/timelineText.js";

const labels = labelsPayload(dfewLabels);
const only = (emotion: number) => labels.emotions.map((_, i) => (i === emotion ? 1 : 0));
/** Scores by which the network is sure of Sad: log 0.4 against log 0.1 six times. */
const scores = labels.emotions.map((_, i) => Math.log(i === 1 ? 0.4 : 0.1));

function clip(frames?: FramesPayload, label: number | null = 0): ClipPayload {
  return { id: "clip 7", label, clip: scores, sentiment: [], emotion: scores, ...(frames && { frames }) };
}
const pseudo = [0, 1, 4].map(only);
const numbers = [0, 8, 120];

describe("the sentences on a clip", () => {
  it("say what it is and what the network says", () => {
    const [said] = timelineLines(clip(), labels, 0.3);
    assert.equal(said, "clip 7: labelled Happy; the network says Sad (40 %).");
    assert.match(timelineLines(clip(undefined, null), labels, 0.3)[0], /^clip 7: not labelled; /);
    const broken = { ...clip(), clip: scores.map(() => null) };
    assert.match(timelineLines(broken, labels, 0.3)[0], /the network's score is not finite\.$/);
  });

  it("name the frames that deviate, or say that it is not known", () => {
    const second = (frames?: FramesPayload) => timelineLines(clip(frames), labels, 0.3)[1];
    assert.equal(second(), "No frames were saved with this view.");
    assert.equal(second({ numbers, pseudo: [0, 0, 0].map(only) }), "None of the 3 frames deviates.");
    assert.equal(second({ numbers, pseudo }), "2 of 3 frames have a pseudo label that differs: 8, 120.");
    const truth = numbers.map((n) => ({ emotion: 0, intensity: 1, ...(n === 8 && { deviation: "blink" }) }));
    assert.equal(second({ numbers, pseudo, truth }), "1 of 3 frames deviate from the label: 8.");
  });

  it("name the frames without a face, which neither deviate nor agree", () => {
    const lines = (withoutFace: number[], of = pseudo) =>
      timelineLines(clip({ numbers, withoutFace, pseudo: of }), labels, 0.3).slice(1);
    assert.deepEqual(lines([0, 8]), [
      "1 of 1 frames with a face have a pseudo label that differs: 120.",
      "2 of 3 frames show no face and have no label: 0 to 8.",
    ]);
    assert.deepEqual(lines([8], [only(0), [], only(0)]), [
      "None of the 2 frames with a face deviates.",
      "1 of 3 frames shows no face and has no label: 8.",
    ]);
    assert.deepEqual(lines(numbers), ["3 of 3 frames show no face and have no label: 0 to 120."]);
  });

  it("name twelve frames at most", () => {
    const many = Array.from({ length: 13 }, (_, frame) => frame);
    const sentence = timelineLines(clip({ numbers: many, pseudo: many.map(() => only(1)) }), labels, 0.3)[1];
    assert.match(sentence, /^13 of 13 .*: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …\.$/);
  });
});

describe("a timeline as text", () => {
  it("has a line for each known kind of label, in columns", () => {
    const truth = [0, 0, 4].map((emotion) => ({ emotion, intensity: 1 }));
    const network = [only(1), [null], only(0)];
    assert.deepEqual(timelineText(clip({ numbers, truth, pseudo, network }), labels).split("\n"), [
      "frame            0   8 120",
      "truth            H   H  Su",
      "pseudo label     H  Sa  Su",
      "network         Sa   ·   H",
      "deviates                  ",
    ]);
    assert.deepEqual(timelineText(clip({ numbers, pseudo }), labels).split("\n"), [
      "frame            0   8 120",
      "pseudo label     H  Sa  Su",
      "deviates             ^   ^",
    ]);
  });

  it("has a line that marks the frames without a face, if there are any", () => {
    const network = [only(1), [], only(0)];
    const frames = { numbers, withoutFace: [8], pseudo: [only(0), [], only(4)], network };
    assert.deepEqual(timelineText(clip(frames), labels).split("\n"), [
      "frame            0   8 120",
      "pseudo label     H   ·  Su",
      "network         Sa   ·   H",
      "deviates                 ^",
      "no face              x    ",
    ]);
  });

  it("is only its two headings if no frames were saved", () => {
    assert.deepEqual(
      timelineText(clip(), labels)
        .split("\n")
        .map((line) => line.trim()),
      ["frame", "deviates"],
    );
  });
});

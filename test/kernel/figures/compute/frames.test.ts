import assert from "node:assert/strict";
import type { ClipPayload, FramesPayload } from "../../../../kernel/contracts/payloads/clips.js";
import { deviatingShare, facelessCount, readFrames } from "../../../../kernel/figures/compute/frames.js";

const clip = (label: number | null, frames?: Partial<FramesPayload>): ClipPayload => ({
  ...{ id: "a", label, clip: [], sentiment: [], emotion: [] },
  ...(frames && { frames: { numbers: [0, 8], ...frames } }),
});
const pseudo = [
  [0.9, 0.1],
  [0.2, 0.8],
];

describe("the reading of a frame", () => {
  it("has the most probable emotion of frozen model and network, -1 where it is not known", () => {
    const [first, second] = readFrames(
      clip(0, {
        pseudo,
        network: [
          [0.3, 0.7],
          [null, 0.5],
        ],
      }),
    );
    assert.deepEqual([first.number, first.pseudo, first.network, first.truth], [0, 0, 1, -1]);
    assert.deepEqual([second.number, second.pseudo, second.network], [8, 1, -1]);
  });

  it("has as disagreement half the distance of the two distributions, NaN where one is missing", () => {
    const network = [
      [0.3, 0.7],
      [null, 1],
    ];
    const [first, second] = readFrames(clip(0, { pseudo, network }));
    assert.ok(Math.abs(first.disagreement - 0.6) < 1e-12, "(|0.9 - 0.3| + |0.1 - 0.7|) / 2");
    assert.ok(Number.isNaN(second.disagreement));
    assert.ok(Number.isNaN(readFrames(clip(0, { pseudo }))[0].disagreement));
    assert.equal(
      readFrames(clip(0, { pseudo: [[1, 0]], network: [[0, 1]], numbers: [0] }))[0].disagreement,
      1,
    );
  });

  it("is suspected of deviating where the pseudo label is not the clip's", () => {
    const readings = readFrames(clip(0, { pseudo }));
    assert.deepEqual(
      readings.map(({ deviation, deviationIsKnown }) => [deviation, deviationIsKnown]),
      [
        ["", false],
        ["pseudo label differs from the clip's", false],
      ],
    );
    assert.ok(readFrames(clip(null, { pseudo })).every(({ deviation }) => deviation === ""));
    assert.ok(readFrames(clip(0, {})).every(({ deviation }) => deviation === ""));
  });

  it("follows the truth where that is known, whatever the pseudo label says", () => {
    const truth = [
      { emotion: 1, intensity: 0.2, deviation: "neutral" },
      { emotion: 0, intensity: 1 },
    ];
    const readings = readFrames(clip(0, { pseudo, truth }));
    assert.deepEqual(
      readings.map(({ truth: emotion, deviation, deviationIsKnown }) => [
        emotion,
        deviation,
        deviationIsKnown,
      ]),
      [
        [1, "neutral", true],
        [0, "", true],
      ],
    );
  });
});

describe("a frame without a face", () => {
  const faceless = clip(0, { pseudo: [pseudo[0], []], network: [pseudo[1], []], withoutFace: [8] });

  it("has no labels, nothing to disagree about and nothing that could deviate", () => {
    const [shown, without] = readFrames(faceless);
    assert.deepEqual([shown.hasFace, without.hasFace], [true, false]);
    assert.deepEqual([without.pseudo, without.network, without.deviation], [-1, -1, ""]);
    assert.ok(Number.isNaN(without.disagreement));
    assert.equal(facelessCount(readFrames(faceless)), 1);
  });

  it("is not among those of which a share deviates", () => {
    const differs = clip(1, { pseudo: [pseudo[0], []], withoutFace: [8] });
    assert.deepEqual([deviatingShare(faceless), deviatingShare(differs)], [0, 1]);
    assert.equal(deviatingShare(clip(1, { withoutFace: [0, 8] })), 0, "no frame shows a face");
  });
});

describe("the share of frames that deviate", () => {
  it("is that of all frames, and none where no frame is kept", () => {
    assert.equal(deviatingShare(clip(0, { pseudo })), 0.5);
    assert.equal(deviatingShare(clip(1, { pseudo: [pseudo[1], pseudo[1]] })), 0);
    assert.ok(Number.isNaN(deviatingShare(clip(0))));
    assert.ok(Number.isNaN(deviatingShare(clip(0, { numbers: [] }))));
  });
});

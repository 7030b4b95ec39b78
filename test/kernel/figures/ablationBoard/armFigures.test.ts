import assert from "node:assert/strict";
import type { ArmEffectPayload, ArmPayload } from "../../../../kernel/contracts/payloads/ablationBoard.js";
import {
  concludedOn,
  effectOn,
  sentimentLines,
  sentimentSentences,
} from "../../../../kernel/figures/ablationBoard/armFigures.js";

const about = (value: number) => ({ value, low: value - 0.02, high: value + 0.02 });
const effect: ArmEffectPayload = {
  uar: about(-0.012),
  sentimentUar: about(-0.35),
  groupUar: about(0.005),
  sentiment: { shown: true, verdict: "worse: -35.0 points sentiment UAR (own head)" },
  group: { shown: false, verdict: "no difference could be shown: +0.5 points" },
  shown: false,
  verdict: "no difference could be shown: -1.2 points UAR",
};
const arm: ArmPayload = {
  ...{ name: "without sentiment", weights: [0], runs: [] },
  sentimentUar: about(0.202),
  groupUar: about(0.8),
  sentimentsNeverNamed: ["Neutral"],
  effect,
};

describe("the sentiment of an arm", () => {
  it("is told by head and by group, each with its own verdict, and names what the head never names", () => {
    assert.deepEqual(sentimentLines(arm), [
      "sentiment: own head −35.0 (−37.0 to −33.0), worse · group +0.5 (−1.5 to +2.5), not shown",
      "the sentiment head never names Neutral",
    ]);
    assert.deepEqual(sentimentSentences(arm), [
      "sentiment UAR 20.2 % (own head), 80.0 % (group of the emotion)",
      effect.sentiment!.verdict,
      effect.group!.verdict,
      "the sentiment head never names Neutral",
    ]);
  });

  it("is its level where there is nothing to compare it with", () => {
    assert.deepEqual(sentimentLines({ ...arm, effect: undefined, sentimentsNeverNamed: [] }), [
      "sentiment UAR 20.2 % (own head), 80.0 % (group of the emotion)",
    ]);
  });

  it("is nothing on a board without figures of sentiment", () => {
    const bare = { name: "bare", weights: [], runs: [] };
    assert.deepEqual([...sentimentLines(bare), ...sentimentSentences(bare)], []);
  });
});

describe("the figures of a board of an older version", () => {
  const { uar, sentimentUar, shown, verdict } = effect;
  const old: ArmEffectPayload = { uar, sentimentUar, shown, verdict };

  it("call the group of the emotion sentiment, and are shown as the group", () => {
    assert.equal(effectOn(old, "groupUar"), sentimentUar);
    assert.equal(effectOn(old, "sentimentUar"), undefined);
    assert.equal(effectOn(effect, "groupUar"), effect.groupUar);
    assert.equal(effectOn(effect, "sentimentUar"), effect.sentimentUar);
  });

  it("draw no conclusion about sentiment from that about the emotions", () => {
    assert.equal(concludedOn({ ...old, shown: true }, "groupUar"), undefined);
    assert.equal(concludedOn(old, "uar"), old);
  });
});

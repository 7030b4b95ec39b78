import assert from "node:assert/strict";
import type { AblationSummary } from "../../../../kernel/aen/ablation/ablationSummary.js";
import { ablationText, duration } from "../../../../kernel/aen/ablation/ablationText.js";
import { summarise } from "../../../../kernel/aen/ablation/summarise.js";
import { Random } from "../../../../kernel/random/random.js";
import { simulatedStudy } from "./simulatedStudy.js";

const simulation = {
  ...{ clips: 70, seeds: 3, abilities: [1.2, 0.2] },
  ...{ clipEase: 1, armAndClip: 0, run: 0.1, runAndEmotion: 0.1 },
};
const summary = summarise(simulatedStudy(simulation, new Random(5)));
const linesOf = (change: Partial<AblationSummary>) => ablationText({ ...summary, ...change }).split("\n");
const progress = { finished: 4, failed: 0, running: 1, total: 6, secondsLeft: null };

describe("an ablation in a terminal", () => {
  it("begins with how far it is and what it is judged on", () => {
    assert.equal(linesOf({})[0], 'Ablation "simulated": finished, 6 of 6 runs; judged on 70 clips');
    const running = {
      state: "running",
      folds: 4,
      progress: { ...progress, failed: 1, secondsLeft: 240 },
    } as const;
    assert.equal(
      linesOf(running)[0],
      'Ablation "simulated": running, 4 of 6 runs, 1 failed, about 4 min left; judged on 70 clips in 4 folds',
    );
    assert.doesNotMatch(linesOf({ state: "stopped", progress: { ...progress, secondsLeft: 0 } })[0], /left/);
  });

  it("has a row for each arm in columns, with its verdict in words", () => {
    const [, , head, base, , arm] = linesOf({});
    assert.match(head, /^arm {4}runs {2}UAR +against the base$/);
    assert.match(base, /^base {3}3\/3 {3}\d\d\.\d % \(\d\d\.\d to \d\d\.\d\) +\(the base\)$/);
    assert.match(arm, /^arm 1 {2}3\/3 .* worse: -\d+\.\d points UAR, /);
    assert.equal(arm.indexOf("worse"), head.indexOf("against"), "below its title");
  });

  it("tells sentiment below the verdict, by the head and by the group, and what the head never names", () => {
    const [base, arm] = summary.arms;
    const mute = { ...arm, sentimentsNeverNamed: ["Neutral"] };
    const [level, head, group] = linesOf({ arms: [base, mute] })
      .slice(6)
      .map((line) => line.trim());
    assert.match(
      level,
      /^sentiment UAR \d+\.\d % \(own head\), \d+\.\d % \(group of the emotion\); the sentiment head never names Neutral$/,
    );
    assert.equal(head, arm.toBase!.sentiment.sentence);
    assert.match(head, /points sentiment UAR \(own head\)/);
    assert.equal(group, arm.toBase!.group.sentence);
    assert.match(group, /points sentiment UAR \(group of the emotion\)/);
  });

  it("shows no figure before a run has finished, and none of an interval from one seed", () => {
    const [base, arm] = summary.arms;
    const waiting = {
      ...arm,
      figures: null,
      toBase: null,
      runs: arm.runs.map((run) => ({ ...run, state: "waiting" as const })),
    };
    assert.match(linesOf({ arms: [base, waiting], warnings: [] }).at(-1)!, /^arm 1 {2}0\/3 {3}-$/);
    const single = { ...base.figures!, uar: { mean: 0.6125, low: 0, high: 1, seeds: 1 } };
    assert.match(
      linesOf({ arms: [{ ...base, figures: single }] })[3],
      /^base {2}3\/3 {3}61\.3 % {2}\(the base\)$/,
    );
  });

  it("ends with what could mislead", () => {
    const lines = linesOf({ warnings: ["There are 3 seeds.", "One run failed."] });
    assert.deepEqual(lines.slice(-2), ["Note: There are 3 seeds.", "Note: One run failed."]);
  });
});

describe("a duration", () => {
  it("is in the unit that suits it", () => {
    const texts = [0.2, 40, 89, 90, 89.4 * 60, 90 * 60, 200 * 60].map(duration);
    assert.deepEqual(texts, ["1 s", "40 s", "89 s", "2 min", "89 min", "1 h 30 min", "3 h 20 min"]);
  });
});

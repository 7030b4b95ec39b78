import assert from "node:assert/strict";
import type {
  AblationBoardPayload,
  ArmPayload,
} from "../../../../kernel/contracts/payloads/ablationBoard.js";
import {
  ablationSpec,
  armVerdict,
  sortedArms,
} from "../../../../kernel/figures/ablationBoard/ablationSpec.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { ablationPayload } from "../../../media/examplePayloads.js";

const runs = (...states: ArmPayload["runs"][number]["state"][]) =>
  states.map((state, i) => ({ seed: i + 1, state }));

function arm(name: string, difference?: number | null, rest: Partial<ArmPayload> = {}): ArmPayload {
  const uar = { value: difference ?? null, low: null, high: null };
  const effect = { uar, shown: true, verdict: "worse: -3.0 points UAR" };
  return { name, weights: [1, 0], runs: [], ...(difference !== undefined && { effect }), ...rest };
}

const board = (...arms: ArmPayload[]): AblationBoardPayload => ({
  ...ablationPayload(),
  ...{ terms: ["sentiment", "energy"], arms },
});
const drawn = (payload: AblationBoardPayload, width = 760, selected?: string) =>
  ablationSpec({ payload, width, theme: lightTheme, selected, description: "A board" });
const texts = (data: readonly Readonly<Record<string, unknown>>[]) => data.map(({ text }) => text);

describe("the rows of an ablation board", () => {
  const arms = [arm("base"), arm("waits"), arm("up", 0.02), arm("down", -0.05), arm("unknown", null)];

  it("begin with the base, then the largest loss; arms without a figure come last", () => {
    const payload = board(...arms);
    const wanted = ["base", "down", "up", "waits", "unknown"];
    assert.deepEqual(
      sortedArms(payload).map(({ name }) => name),
      wanted,
    );
    assert.deepEqual(texts(drawn(payload).datasets.names), wanted);
    assert.equal(payload.arms[1].name, "waits", "the payload keeps its own order");
  });

  it("have a full dot for each term that is on and an empty one for each that is off", () => {
    const { on, off } = drawn(board(arm("base", undefined, { weights: [0.6, 0.3] }), arms[3])).datasets;
    assert.deepEqual([on.length, off.length], [3, 1]);
    assert.equal(off[0].y, on[2].y, "in the row of its arm");
    assert.ok(Number(off[0].x) > Number(on[2].x), "right of the one that is on");
  });

  it("have a figure above each weight that is neither off nor the base's", () => {
    const changed = arm("half", undefined, { weights: [0.3, 0] });
    const { weights, on } = drawn(board(arm("base", undefined, { weights: [0.6, 0.3] }), changed)).datasets;
    assert.deepEqual(texts(weights), ["0.3"]);
    const dot = on.at(-1)!;
    assert.equal(weights[0].x, dot.x);
    assert.ok(Number(weights[0].y) < Number(dot.y));
  });

  it("are outlined when selected, and described for screen readers", () => {
    const rows = drawn(board(...arms), 760, "up").datasets.arms;
    const outlined = rows.filter(({ stroke }) => stroke === lightTheme.accent);
    assert.deepEqual(
      outlined.map((row) => row.arm),
      ["up"],
    );
    assert.equal(rows[1].description, "down: worse: −3.0 points UAR");
  });

  it("show verdicts where there is room for them", () => {
    assert.equal(drawn(board(...arms), 760).datasets.verdicts.length, arms.length);
    assert.equal(drawn(board(...arms), 400).datasets.verdicts.length, 0);
  });
});

describe("the verdict on an arm", () => {
  it("is its sentence with true minus signs, and counts runs that failed", () => {
    assert.equal(armVerdict(arm("x", -0.03), false), "worse: −3.0 points UAR");
    const failed = arm("x", -0.03, { runs: runs("finished", "failed") });
    assert.equal(armVerdict(failed, false), "worse: −3.0 points UAR; 1 failed");
  });

  it("is the progress before there is a sentence, and always that of the base", () => {
    const states = runs("finished", "finished", "failed", "running");
    const uar = { value: 0.6125, low: null, high: null };
    assert.equal(armVerdict(arm("x", undefined, { runs: states }), false), "2 of 4 runs; 1 failed");
    assert.equal(
      armVerdict(arm("x", undefined, { runs: states, uar }), false),
      "2 of 4 runs, UAR 61.3 %; 1 failed",
    );
    assert.equal(
      armVerdict(arm("base", undefined, { runs: runs("waiting"), uar }), true),
      "base, UAR 61.3 %, 0 of 1 runs",
    );
  });
});

import assert from "node:assert/strict";
import { boardBundle } from "../../../../kernel/aen/ablation/boardBundle.js";
import { summarise } from "../../../../kernel/aen/ablation/summarise.js";
import { Random } from "../../../../kernel/random/random.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import type { AblationBoardPayload } from "../../../../kernel/contracts/payloads/ablationBoard.js";
import { simulatedStudy } from "./simulatedStudy.js";

const simulation = {
  clips: 70,
  seeds: 3,
  abilities: [1.2, 0.4],
  clipEase: 1,
  armAndClip: 0,
  run: 0.1,
  runAndEmotion: 0.1,
};

describe("board of a study", () => {
  const summary = summarise(simulatedStudy(simulation, new Random(5)));
  const board = boardBundle("study-1", summary, [[], []]);

  it("has every form of a view", async () => {
    const bundle = await board;
    const types = [viewMimeTypes["ablation-board"], "image/svg+xml", "text/plain"];
    assert.deepEqual(Object.keys(bundle), types);
    assert.match(String(bundle["image/svg+xml"]), /^<svg .*UAR, points/s);
  });

  it("counts, seed by seed, the clips that only one of arm and base named right", async () => {
    const payload = (await board)[viewMimeTypes["ablation-board"]] as AblationBoardPayload;
    const [base, arm] = payload.arms;
    assert.equal(base.pairedClips, undefined);
    assert.deepEqual(
      arm.pairedClips!.map(({ seed }) => seed),
      [1, 2, 3],
    );
    const right = (one: number, seed: number) =>
      summary.clips.filter(({ label }, clip) => summary.arms[one].named[clip][seed] === label).length;
    for (const [s, { onlyBase, onlyArm, p }] of arm.pairedClips!.entries()) {
      assert.equal(onlyBase - onlyArm, right(0, s) - right(1, s));
      assert.ok(onlyBase + onlyArm > 0 && p > 0 && p <= 1);
    }
  });
});

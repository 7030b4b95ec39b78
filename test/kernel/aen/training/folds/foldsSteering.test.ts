import assert from "node:assert/strict";
import type { FoldResult } from "../../../../../kernel/aen/training/folds/crossValidation.js";
import { FoldsSteering } from "../../../../../kernel/aen/training/folds/foldsSteering.js";
import type { RunInProgress } from "../../../../../kernel/aen/training/runInProgress.js";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";

/** The training of a fold, which notes the commands it is given. */
function training() {
  const commands: string[] = [];
  const note = (command: string) => () => void commands.push(command);
  const handle = { pause: note("pause"), resume: note("resume"), stop: note("stop") };
  return { commands, handle: handle as unknown as RunInProgress };
}
const fold = (number: number) => ({ fold: number }) as FoldResult;

describe("the steering of folds", () => {
  it("hands commands to the fold in training", () => {
    const steering = new FoldsSteering();
    const { commands, handle } = training();
    steering.began(handle);
    assert.equal(steering.current, handle);
    steering.pause();
    steering.resume();
    steering.stop();
    assert.deepEqual([commands, steering.stopped], [["pause", "resume", "stop"], true]);
  });

  it("keeps a pause or stop between folds for the next fold, and forgets a pause that was ended", () => {
    const begunAfter = (...commands: ("pause" | "resume" | "stop")[]) => {
      const steering = new FoldsSteering();
      steering.began(training().handle);
      steering.finished(fold(1));
      assert.equal(steering.current, null);
      for (const command of commands) steering[command]();
      const next = training();
      steering.began(next.handle);
      return next.commands;
    };
    assert.deepEqual(begunAfter(), []);
    assert.deepEqual(begunAfter("pause"), ["pause"]);
    assert.deepEqual(begunAfter("pause", "resume"), []);
    assert.deepEqual(begunAfter("pause", "stop"), ["pause", "stop"]);
  });

  it("gives each listener every fold, including earlier ones, until no more follow", async () => {
    const steering = new FoldsSteering();
    const all = async () => {
      const seen: number[] = [];
      for await (const { fold: number } of steering.folds()) seen.push(number);
      return seen;
    };
    steering.finished(fold(1));
    const listeners = [all(), all()];
    await Promise.resolve();
    steering.finished(fold(2));
    assert.match(String(steering[displayMethod]()["text/plain"]), /2 folds have finished/);
    steering.ended();
    assert.deepEqual(await Promise.all([...listeners, all()]), [[1, 2], [1, 2], [1, 2]]); // prettier-ignore
  });
});

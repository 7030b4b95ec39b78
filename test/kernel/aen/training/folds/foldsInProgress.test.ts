import assert from "node:assert/strict";
import {
  CrossValidation,
  type FoldResult,
} from "../../../../../kernel/aen/training/folds/crossValidation.js";
import { FoldsInProgress } from "../../../../../kernel/aen/training/folds/foldsInProgress.js";
import type { FoldsSteering } from "../../../../../kernel/aen/training/folds/foldsSteering.js";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";

const fold = (number: number) => ({ fold: number }) as FoldResult;
const text = async (handle: FoldsInProgress) => String((await handle[displayMethod]())["text/plain"]);

describe("the handle of a cross-validation", () => {
  /** Begins work that ends when told to. */
  function begin() {
    let end: { with: (result: CrossValidation) => void; failing: (error: Error) => void } | undefined;
    let steering: FoldsSteering | undefined;
    const handle = new FoldsInProgress((given) => {
      steering = given;
      return new Promise((resolve, reject) => (end = { with: resolve, failing: reject }));
    });
    return { handle, steering: () => steering!, end: () => end! };
  }

  async function iterate(handle: FoldsInProgress, seen: number[]): Promise<void> {
    for await (const { fold: number } of handle) seen.push(number);
  }

  it("yields the folds as they finish and ends with the work, whose result it shows from then on", async () => {
    const { handle, steering, end } = begin();
    const seen: number[] = [];
    const iterated = iterate(handle, seen);
    await new Promise<void>((resolve) => setImmediate(resolve));
    steering().finished(fold(1));
    await new Promise<void>((resolve) => setImmediate(resolve));
    assert.deepEqual(seen, [1]);
    assert.match(await text(handle), /is running; 1 fold has finished/);
    const result = new CrossValidation("id", "stopped", 3, []);
    end().with(result);
    assert.equal(await handle, result);
    await iterated;
    assert.equal(await text(handle), String(result));
  });

  it("passes on the error of the work, when awaited and when iterated", async () => {
    const { handle, steering, end } = begin();
    const seen: number[] = [];
    await new Promise<void>((resolve) => setImmediate(resolve));
    steering().finished(fold(1));
    const iterated = iterate(handle, seen);
    end().failing(new Error("no disk"));
    await assert.rejects(iterated, /no disk/);
    await assert.rejects(handle.finished, /no disk/);
    assert.deepEqual(seen, [1]);
    assert.match(await text(handle), /is running; 1 fold has/);
  });

  it("is stopped by its work's own steering", () => {
    const { handle } = begin();
    handle.stop();
    assert.equal(handle.current, null);
  });
});

import assert from "node:assert/strict";
import { tellListeners } from "../../../../kernel/aen/host/tellListeners.js";
import * as aen from "../../../../kernel/aen/index.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

describe("listeners to work", () => {
  const { warn } = console;
  const told: string[] = [];
  beforeEach(() => {
    told.length = 0;
    console.warn = (text: string) => void told.push(text);
  });
  afterEach(() => void (console.warn = warn));

  it("are all called; one that fails is told of once and called no more", () => {
    const heard: string[] = [];
    const listeners = new Set<(event: string) => void>([
      () => {
        throw new Error("no such element");
      },
      (event) => void heard.push(event),
    ]);
    tellListeners(listeners, "a", "the run's events");
    tellListeners(listeners, "b", "the run's events");
    assert.deepEqual(heard, ["a", "b"]);
    assert.deepEqual(told, [
      "Note: a listener to the run's events failed and is called no more; the work goes on. It said: no such element",
    ]);
  });

  it("do not end a training that they watch, from its start on", async () => {
    const forget = aen.onRunStarted(() => {
      throw new Error("no board");
    });
    const settings = { device: "cpu", batch: 7, epochs: 1, pretraining: false, record: false } as const;
    const training = aen.train(aen.model(smallestModel), patternClips(1), settings);
    training.run.onEvent(() => {
      throw new Error("no progress bar");
    });
    assert.equal((await training).state, "finished");
    forget();
    assert.deepEqual(
      told.map((text) => text.replace(/.*It said: /, "")),
      ["no board", "no progress bar"],
    );
  });
});

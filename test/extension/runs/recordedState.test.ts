import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { stateOf } from "../../../extension/runs/recordedState.js";
import type { RunEvent } from "../../../kernel/contracts/runs/runEvents.js";

const state = (quiet: number | undefined, ...events: object[]) => stateOf(events as RunEvent[], quiet);
const start = (by?: object) => ({ type: "start", device: "cpu", ...(by && { process: by }) });
const paused = { type: "paused" };
const step = { type: "epoch", epoch: 1, loss: 1 };

describe("the state of a recorded run", () => {
  it("is what its last end says", () => {
    for (const end of ["finished", "stopped", "stopped early", "failed"])
      assert.equal(state(1e9, start(), step, { type: "end", state: end }), end);
    assert.equal(state(0, start(), { type: "end" }), "finished", "as older builds recorded it");
  });

  it("is running again after an end, once it was resumed", () => {
    assert.equal(state(0, start(), { type: "end", state: "stopped" }, start(), step), "running");
  });

  it("is interrupted where no end came and nothing was written for a minute", () => {
    assert.deepEqual(
      [undefined, 0, 60_000, 60_001].map((quiet) => state(quiet, start(), step)),
      ["running", "running", "running", "interrupted"],
    );
  });

  it("is paused for any time, until something is written again", () => {
    assert.equal(state(1e9, start(), step, paused), "paused");
    assert.equal(state(0, start(), paused, step), "running");
  });

  it("is interrupted as soon as its process is gone, as far as that can be known here", () => {
    const gone = { pid: spawnSync(process.execPath, ["-e", ""]).pid, host: hostname() };
    const own = { pid: process.pid, host: hostname() };
    assert.equal(state(0, start(gone), step), "interrupted");
    assert.equal(state(0, start(gone), paused), "interrupted");
    assert.equal(state(0, start(own), paused), "paused");
    assert.equal(state(0, start({ ...gone, host: "another" }), paused), "paused");
    assert.equal(state(0, start(gone), { type: "end", state: "failed" }, start(own)), "running");
  });
});

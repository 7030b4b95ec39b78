import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { setRunToResume } from "../../../../kernel/aen/host/runToResume.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("aen.train in a cell that is to resume its run", () => {
  const record = temporaryFolder();
  const clips = patternClips(2);
  const options = { device: "cpu", batch: 7, epochs: 3, record, seed: 3, pretraining: false } as const;
  const train = () => aen.train(aen.model(smallestModel, { seed: 6 }), clips, options);
  afterEach(() => setRunToResume(undefined));

  it("goes on with that run, once, and then begins runs as ever", async () => {
    const first = train();
    for await (const event of first) if (event.type === "epoch") first.run.stop();
    const stopped = await first;
    assert.equal(stopped.state, "stopped");
    let asked: string | undefined = stopped.id;
    setRunToResume(() => {
      const run = asked;
      asked = undefined;
      return run;
    });
    const resumed = await train();
    assert.deepEqual([resumed.id, resumed.state, resumed.epochs.length], [stopped.id, "finished", 3]);
    assert.ok(resumed.events.some((event) => event.type === "start" && event.resumedFrom !== undefined));
    assert.notEqual((await train()).id, stopped.id);
  });

  it("says so when the clips are not those of the run", async () => {
    const run = await train();
    setRunToResume(() => run.id);
    assert.throws(
      () => aen.train(aen.model(smallestModel, { seed: 6 }), patternClips(1), options),
      /The clips are not those of the run/,
    );
  });
});

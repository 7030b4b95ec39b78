import assert from "node:assert/strict";
import type { CellOutput } from "../../../kernel/session/cellOutput.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";

const boardType = "application/vnd.aen.training-board.v1+json";

/** Trains the smallest network on the fewest clips, in the session. */
const training = `
const clips = await aen.clips.synthetic({ perEmotion: 2, identities: 2, frames: 4, size: 32, seed: 1 });
const run = await aen.train(aen.model("tiny"), clips, { epochs: 20, batch: 7, device: "tensorflow", record: false, pretraining: { epochs: 1 } });`;

describe("runs shown live", () => {
  let session: NotebookSession;
  before(async () => (session = await NotebookSession.start({ cwd: process.cwd() })));
  after(() => session.close());

  it("show one board that moves on, and stop at its button", async function () {
    this.timeout(240_000);
    const boards: { state: string; run: string }[] = [];
    const kinds: string[] = [];
    const comm = { comm_id: "view", data: {}, buffers: [] };
    const onOutput = (output: CellOutput): void => {
      const board = "data" in output ? output.data[boardType] : undefined;
      if (!board) return;
      kinds.push(output.output_type);
      boards.push(board as { state: string; run: string });
      if (boards.length !== 2) return;
      const data = { type: "run-control", run: boards[0].run, action: "stop" };
      session.comms.receive({ ...comm, type: "comm_open", target_name: "aen.view" });
      session.comms.receive({ ...comm, type: "comm_msg", data });
    };
    const { status } = await session.execute(training, { onOutput });
    assert.equal(status, "ok");
    while (boards.at(-1)?.state === "running") await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(kinds[0], "display_data");
    assert.deepEqual(new Set(kinds.slice(1)), new Set(["update_display_data"]));
    assert.equal(boards.at(-1)?.state, "stopped");
  });
});

import assert from "node:assert/strict";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { until } from "../../until.js";

const boardType = "application/vnd.aen.training-board.v1+json";

/** Trains the smallest network on the fewest clips, in the session. */
const training = `
const clips = await aen.clips.synthetic({ perEmotion: 2, identities: 2, frames: 4, size: 32, seed: 1 });
const run = await aen.train(aen.model("tiny"), clips, { epochs: 20, batch: 7, device: "tensorflow", record: false, pretraining: { epochs: 1 } });`;

/** An ablation of the smallest network with one arm. */
const ablation = `
const few = await aen.clips.synthetic({ perEmotion: 2, identities: 2, frames: 4, size: 32, seed: 1 });
const study = await aen.ablate({ model: "tiny", training: { epochs: 1, pretraining: { epochs: 1 } } }, {
  data: few.split({ by: "identity", test: 0.5, seed: 1 }), arms: aen.arms.withoutEach("energy"), seeds: 1, record: false });`;

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
    await until("the board shows the end", () => boards.at(-1)?.state !== "running");
    assert.equal(kinds[0], "display_data");
    assert.deepEqual(new Set(kinds.slice(1)), new Set(["update_display_data"]));
    assert.equal(boards.at(-1)?.state, "stopped");
  });

  it("show one board of an ablation and none of the trainings within it", async function () {
    this.timeout(240_000);
    const type = "application/vnd.aen.ablation-board.v1+json";
    const shown: { kind: string; state: string }[] = [];
    let boardsOfRuns = 0;
    const onOutput = (output: CellOutput): void => {
      if (!("data" in output)) return;
      const board = output.data[type] as { state: string } | undefined;
      if (board) shown.push({ kind: output.output_type, state: board.state });
      boardsOfRuns += Number(boardType in output.data);
    };
    const { status } = await session.execute(ablation, { onOutput });
    assert.equal(status, "ok");
    await until("the board shows the end", () => shown.at(-1)?.state !== "running");
    assert.equal(shown[0].kind, "display_data");
    assert.ok(shown.length > 1 && shown.slice(1).every(({ kind }) => kind === "update_display_data"));
    assert.equal(shown.at(-1)?.state, "finished");
    assert.equal(boardsOfRuns, 0);
  });
});

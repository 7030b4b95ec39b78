import assert from "node:assert/strict";
import { answerViewRequests, hearViews } from "../../../../kernel/aen/host/viewRequests.js";
import { setChannelHost } from "../../../../kernel/aen/host/channels.js";
import { Comms, type CommMessage } from "../../../../kernel/session/comms.js";

describe("requests of views", () => {
  let comms: Comms;
  let sent: CommMessage[];
  const ask = (data: unknown): unknown => {
    comms.receive({ type: "comm_msg", comm_id: "view", data, buffers: [] });
    return sent.splice(0).map((message) => message.data);
  };

  beforeEach(() => {
    comms = new Comms();
    sent = [];
    comms.onSend = (message) => sent.push(message);
    setChannelHost(comms);
    hearViews();
    comms.receive({ type: "comm_open", comm_id: "view", target_name: "aen.view", data: {}, buffers: [] });
  });
  afterEach(() => setChannelHost(undefined));

  it("tell a board that its run is in progress until it has ended", () => {
    const heard: string[] = [];
    const answerNoMore = answerViewRequests("run-1", ({ type }) => heard.push(type));
    assert.deepEqual(ask({ type: "run-alive", run: "run-1" }), [
      { type: "run-alive", run: "run-1", alive: true },
    ]);
    assert.deepEqual(ask({ type: "run-control", run: "run-1", action: "pause" }), []);
    assert.deepEqual(heard, ["run-control"]);
    answerNoMore();
    const gone = [{ type: "run-alive", run: "run-1", alive: false }];
    assert.deepEqual(ask({ type: "run-alive", run: "run-1" }), gone);
    assert.deepEqual(ask({ type: "run-control", run: "run-1", action: "pause" }), gone);
  });

  it("tell the board of a saved notebook, in a fresh kernel, that its run is not in progress", () => {
    assert.deepEqual(ask({ type: "run-alive", run: "of yesterday" }), [
      { type: "run-alive", run: "of yesterday", alive: false },
    ]);
  });

  it("answer with a message when nothing can answer, so that no view waits for ever", async () => {
    const [whatIf] = ask({ type: "what-if", request: "s/1", study: "s", weights: {} }) as {
      request: string;
      message: string;
    }[];
    assert.equal(whatIf.request, "s/1");
    assert.match(whatIf.message, /Run its cell again/);
    ask({ type: "clip-frames", request: "a", clip: "a" });
    await new Promise((next) => setImmediate(next));
    assert.match((sent[0].data as { message: string }).message, /Run the cell that evaluates it again/);
  });

  it("ignore anything else", () => {
    assert.deepEqual([null, "text", {}, { type: "of a later version" }].flatMap(ask), []);
  });
});

import assert from "node:assert/strict";
import { Comms, type CommMessage } from "../../../kernel/session/comms.js";

describe("channels over comms", () => {
  let comms: Comms;
  let sent: CommMessage[];
  beforeEach(() => {
    comms = new Comms();
    sent = [];
    comms.onSend = (message) => void sent.push(message);
  });

  const receive = (type: CommMessage["type"], id: string, more: Partial<CommMessage> = {}) =>
    comms.receive({ type, comm_id: id, data: {}, buffers: [], ...more });

  it("open, send and close by messages, and are silent afterwards", () => {
    const channel = comms.open("aen.board", { run: 1 }, [Uint8Array.of(1)]);
    channel.send("step", [Uint8Array.of(2)]);
    channel.close("done");
    channel.send("late");
    channel.close();
    const { id } = channel;
    assert.deepEqual(sent, [
      {
        type: "comm_open",
        comm_id: id,
        target_name: "aen.board",
        data: { run: 1 },
        buffers: [Uint8Array.of(1)],
      },
      { type: "comm_msg", comm_id: id, data: "step", buffers: [Uint8Array.of(2)] },
      { type: "comm_close", comm_id: id, data: "done", buffers: [] },
    ]);
  });

  it("have ids of their own, and are listed while they are open", () => {
    const [one, two] = [comms.open("a"), comms.open("b")];
    assert.notEqual(one.id, two.id);
    assert.deepEqual(comms.info(), { [one.id]: { target_name: "a" }, [two.id]: { target_name: "b" } });
    assert.deepEqual(comms.info("b"), { [two.id]: { target_name: "b" } });
    receive("comm_close", two.id);
    one.close();
    assert.deepEqual(comms.info(), {});
  });

  it("bring messages to those who listen, on that channel and no longer than they do", () => {
    const heard: unknown[] = [];
    const [one, two] = [comms.open("a"), comms.open("a")];
    const stop = one.onMessage((data, buffers) => heard.push([data, buffers.length]));
    two.onMessage((data) => heard.push(data));
    receive("comm_msg", one.id, { data: 1, buffers: [new Uint8Array(3)] });
    stop();
    receive("comm_msg", one.id, { data: 2 });
    receive("comm_msg", "unknown", { data: 3 });
    assert.deepEqual(heard, [[1, 1]]);
  });

  it("say once that they are closed, whichever side does it, and answer no close with another", () => {
    const [ours, theirs] = [comms.open("a"), comms.open("a")];
    const closed: string[] = [];
    for (const channel of [ours, theirs]) channel.onClose(() => closed.push(channel.id));
    ours.close();
    receive("comm_close", ours.id);
    receive("comm_close", theirs.id);
    theirs.close();
    assert.deepEqual(closed, [ours.id, theirs.id]);
    assert.deepEqual(
      sent.filter(({ type }) => type === "comm_close").map(({ comm_id: id }) => id),
      [ours.id],
    );
  });

  it("that views open are accepted by target, with what they have been opened with", () => {
    const opened: unknown[] = [];
    const stop = comms.accept("aen.view", (channel, data) => opened.push([channel.id, data]));
    receive("comm_open", "v1", { target_name: "aen.view", data: "first" });
    assert.deepEqual(opened, [["v1", "first"]]);
    assert.deepEqual(sent, []);
    stop();
    receive("comm_open", "v2", { target_name: "aen.view" });
    receive("comm_open", "v3", {});
    assert.deepEqual(
      sent.map(({ type, comm_id: id }) => [type, id]),
      [
        ["comm_close", "v2"],
        ["comm_close", "v3"],
      ],
    );
    assert.deepEqual(comms.info(), { v1: { target_name: "aen.view" } });
  });

  it("stay accepted by who has taken a target over when the one before lets go", () => {
    const stop = comms.accept("a", () => assert.fail("it has been replaced"));
    let accepted = 0;
    comms.accept("a", () => accepted++);
    stop();
    receive("comm_open", "v", { target_name: "a" });
    assert.equal(accepted, 1);
  });
});

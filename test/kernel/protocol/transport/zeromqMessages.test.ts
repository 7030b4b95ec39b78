import assert from "node:assert/strict";
import fc from "fast-check";
import { newMessage, type JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import { sign } from "../../../../kernel/protocol/transport/signature.js";
import { fromFrames, toFrames } from "../../../../kernel/protocol/transport/zeromqMessages.js";

const key = { key: "secret", scheme: "hmac-sha256" };
const framesOf = (message: JupyterMessage) => toFrames(message, key).map((frame) => Buffer.from(frame));

describe("the frames of a message", () => {
  it("are identities, delimiter, signature, four parts in JSON and the buffers", () => {
    const message = newMessage(
      "shell",
      "execute_reply",
      { status: "ok" },
      {
        ...{ identities: [Uint8Array.of(1, 2)], buffers: [Uint8Array.of(9)], metadata: { a: 1 } },
      },
    );
    const [identity, delimiter, signature, ...rest] = framesOf(message);
    assert.deepEqual([...identity], [1, 2]);
    assert.equal(String(delimiter), "<IDS|MSG>");
    assert.equal(String(signature), sign(key, rest.slice(0, 4)));
    assert.deepEqual(
      rest.slice(0, 4).map((part) => JSON.parse(String(part))),
      [message.header, {}, { a: 1 }, { status: "ok" }],
    );
    assert.deepEqual([...rest[4]], [9]);
  });

  it("begin with a topic where subscribers choose: the kind of message, a stream with its name", () => {
    assert.equal(String(framesOf(newMessage("iopub", "status", {}))[0]), "status");
    assert.equal(
      String(framesOf(newMessage("iopub", "stream", { name: "stderr", text: "x" }))[0]),
      "stream.stderr",
    );
  });

  it("read again give the message", () => {
    const bytes = fc.uint8Array({ maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(bytes, { maxLength: 3 }),
        fc.string(),
        fc.array(bytes, { maxLength: 2 }),
        (buffers, text, ids) => {
          const identities = ids.filter((id) => Buffer.from(id).toString("latin1") !== "<IDS|MSG>");
          const message = newMessage("control", "x_request", { text }, { buffers, identities });
          const { channel, ...read } = fromFrames(framesOf(message), "control", key);
          const { channel: _, ...sent } = message;
          assert.deepEqual(read, { ...sent, content: { text: JSON.parse(JSON.stringify(text)) } });
          assert.equal(channel, "control");
        },
      ),
      { numRuns: 60 },
    );
  });

  const good = () => framesOf(newMessage("shell", "x_request", { code: "1" }));
  const signed = (...parts: unknown[]) => {
    const frames = parts.map((part) => Buffer.from(JSON.stringify(part)));
    return [Buffer.from("<IDS|MSG>"), Buffer.from(sign(key, frames)), ...frames];
  };

  for (const [what, frames, message] of [
    ["nothing", [], /no delimiter/],
    ["no delimiter", good().slice(1), /no delimiter/],
    ["the delimiter alone", good().slice(0, 1), /too few frames/],
    ["a part fewer", good().slice(0, 5), /too few frames/],
    ["another content", [...good().slice(0, 5), Buffer.from('{"code":"rm"}')], /signature is wrong/],
    ["a list for a part", signed({ msg_id: "1", msg_type: "x" }, {}, [], {}), /not an object/],
    ["a header of nothing", signed({}, {}, {}, {}), /header lacks msg_id or msg_type/],
  ] as const) {
    it(`with ${what} are refused with what is wrong`, () => {
      assert.throws(() => fromFrames(frames, "shell", key), message);
    });
  }

  it("that are no JSON are refused, though they are signed", () => {
    const torn = ["{", "{}", "{}", "{}"].map((text) => Buffer.from(text));
    const frames = [Buffer.from("<IDS|MSG>"), Buffer.from(sign(key, torn)), ...torn];
    assert.throws(() => fromFrames(frames, "shell", key), SyntaxError);
  });
});

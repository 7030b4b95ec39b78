import assert from "node:assert/strict";
import fc from "fast-check";
import { newMessage, type JupyterMessage } from "../../../kernel/contracts/jupyterMessages.js";
import { encodeFrame, FrameReader } from "../../../kernel/protocol/frames.js";

/** What a reader makes of bytes that come in chunks that end at these places. */
function read(bytes: Buffer, cuts: readonly number[] = []): JupyterMessage[] {
  const messages: JupyterMessage[] = [];
  const reader = new FrameReader((message) => messages.push(message));
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let begin = 0;
  for (const end of ends) {
    if (end > begin) reader.push(Buffer.from(bytes.subarray(begin, end)));
    begin = Math.max(begin, end);
  }
  return messages;
}

describe("messages on a byte stream", () => {
  it("are lengths, JSON and buffers, in that order", () => {
    const message = newMessage(
      "shell",
      "echo",
      { text: "ä" },
      { buffers: [Uint8Array.of(7, 8), new Uint8Array()] },
    );
    const frame = Buffer.concat(encodeFrame(message));
    const { buffers: _, ...rest } = message;
    const json = Buffer.from(JSON.stringify(rest), "utf8");
    const head = [json.length, 2, 2, 0].flatMap((each) => [0, 0, each >> 8, each & 255]);
    assert.deepEqual([...frame], [...head, ...json, 7, 8]);
  });

  it("carry the part of a buffer that they were given, and no routing", () => {
    const message = newMessage(
      "iopub",
      "echo",
      {},
      { buffers: [Uint8Array.of(1, 2, 3, 4).subarray(1, 3)], identities: [Uint8Array.of(9)] },
    );
    const [found] = read(Buffer.concat(encodeFrame(message)));
    assert.deepEqual(found.buffers, [Uint8Array.of(2, 3)]);
    assert.equal(found.identities, undefined);
  });

  it("come out whole and in order, however the stream is cut", () => {
    const message = fc
      .tuple(
        fc.string({ unit: fc.constantFrom("a", "ä", "😀", "\0", "\ud83d") }),
        fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 3 }),
      )
      .map(([text, buffers]) => newMessage("iopub", "echo", { text }, { buffers }));
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (messages, cuts) => {
          assert.deepEqual(read(Buffer.concat(messages.flatMap(encodeFrame)), cuts), messages);
        },
      ),
    );
  });

  it("wait for their last byte", () => {
    const frame = Buffer.concat(
      encodeFrame(newMessage("iopub", "echo", {}, { buffers: [Uint8Array.of(1)] })),
    );
    assert.equal(read(frame.subarray(0, -1)).length, 0);
    assert.equal(read(frame).length, 1);
  });

  it("own their buffers, whatever becomes of the chunk that brought them", () => {
    const chunk = Buffer.concat(
      encodeFrame(newMessage("iopub", "echo", {}, { buffers: [Uint8Array.of(5)] })),
    );
    let message: JupyterMessage | undefined;
    new FrameReader((each) => (message = each)).push(chunk);
    chunk.fill(0);
    assert.deepEqual(message?.buffers, [Uint8Array.of(5)]);
  });
});

import assert from "node:assert/strict";
import { Duplex } from "node:stream";
import { beforeEach, describe, it } from "mocha";
import { acceptKey, WebSocketConnection } from "../../../extension/debugger/webSocket.js";

describe("a WebSocket", () => {
  let written: Buffer[];
  let texts: string[];
  let stream: Duplex;
  let socket: WebSocketConnection;

  beforeEach(() => {
    [written, texts] = [[], []];
    stream = new Duplex({ read() {}, write: (chunk: Buffer, _, done) => (written.push(chunk), done()) });
    socket = new WebSocketConnection(
      stream,
      (text) => texts.push(text),
      () => {},
    );
  });
  const receive = async (...chunks: Buffer[]) => {
    for (const chunk of chunks) stream.push(chunk);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const bytes = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex");

  // The examples of RFC 6455: sections 1.3 and 5.7.
  it("answers a client's key", () => {
    assert.equal(acceptKey("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  });

  it("reads a masked text, in whatever pieces it comes", async () => {
    const hello = bytes("81 85 37 fa 21 3d 7f 9f 4d 51 58");
    await receive(hello, hello.subarray(0, 3), hello.subarray(3));
    assert.deepEqual(texts, ["Hello", "Hello"]);
  });

  it("joins a text of several frames", async () => {
    await receive(bytes("01 83 00 00 00 00 48 65 6c"), bytes("80 82 00 00 00 00 6c 6f"));
    assert.deepEqual(texts, ["Hello"]);
  });

  it("writes unmasked texts, long ones with their length in more bytes", () => {
    socket.send("Hello");
    socket.send("x".repeat(256));
    socket.send("x".repeat(65_536));
    assert.deepEqual(written[0], bytes("81 05 48 65 6c 6c 6f"));
    assert.deepEqual(written[1].subarray(0, 4), bytes("81 7e 01 00"));
    assert.deepEqual(written[2].subarray(0, 10), bytes("81 7f 00 00 00 00 00 01 00 00"));
  });

  it("answers a ping, and a close by closing", async () => {
    await receive(bytes("89 85 37 fa 21 3d 7f 9f 4d 51 58"), bytes("88 80 00 00 00 00"));
    assert.deepEqual(written, [bytes("8a 05 48 65 6c 6c 6f"), bytes("88 00")]);
  });

  it("drops who sends unmasked frames or more than it takes", async () => {
    await receive(bytes("81 05 48 65 6c 6c 6f"));
    assert.equal(stream.destroyed, true);
    assert.deepEqual(texts, []);
  });
});

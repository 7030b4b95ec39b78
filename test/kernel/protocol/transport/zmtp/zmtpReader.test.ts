import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeCommand, encodeMessage } from "../../../../../kernel/protocol/transport/zmtp/zmtpEncoding.js";
import { greeting, ZmtpError, ZmtpReader } from "../../../../../kernel/protocol/transport/zmtp/zmtpReader.js";

function reader(limits = { bytes: 100_000, frames: 8 }) {
  const heard: string[] = [];
  const messages: Buffer[][] = [];
  const zmtp = new ZmtpReader(limits, {
    onGreeting: () => heard.push("greeting"),
    onCommand: (name, body) => heard.push(`${name}:${body.toString("latin1")}`),
    onMessage: (frames) => messages.push(frames),
  });
  return { heard, messages, zmtp };
}

/** A reader that has been greeted. */
function greeted(limits?: { bytes: number; frames: number }) {
  const all = reader(limits);
  all.zmtp.push(greeting);
  return all;
}

describe("the reader of ZeroMQ's protocol", () => {
  it("hears greeting, commands and messages however the bytes are cut", () => {
    const frame = fc.uint8Array({ maxLength: 700 });
    const message = fc.array(frame, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), (sent, cut) => {
        const parts = sent.flatMap(encodeMessage);
        const bytes = Buffer.concat([greeting, encodeCommand("PING", Buffer.from("x")), ...parts]);
        const { heard, messages, zmtp } = reader();
        for (let at = 0; at < bytes.length; at += cut) zmtp.push(bytes.subarray(at, at + cut));
        assert.deepEqual(heard, ["greeting", "PING:x"]);
        assert.deepEqual(
          messages.map((frames) => frames.map((each) => [...each])),
          sent.map((frames) => frames.map((each) => [...each])),
        );
        assert.equal(zmtp.pending, 0);
      }),
      { numRuns: 60 },
    );
  });

  for (const [what, bytes] of [
    ["five bytes of ZMTP 1", Buffer.of(1, 0, 2, 0, 0x61)],
    ["a request of a browser", Buffer.from(`GET /${"0".repeat(600)} HTTP/1.1\r\n\r\n`)],
    ["a greeting of another signature", Buffer.from(greeting).fill(0, 9, 10)],
    ["ZeroMQ 3", Buffer.of(0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 1)],
    ["another mechanism", Buffer.concat([greeting.subarray(0, 12), Buffer.from("CURVE"), Buffer.alloc(47)])],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.throws(() => reader().zmtp.push(bytes), ZmtpError);
    });

  for (const [what, bytes, message] of [
    ["unknown flags", Buffer.of(8, 0), /unknown flags/],
    ["a command in parts", Buffer.of(5, 0), /unknown flags/],
    ["a command without a name", Buffer.of(4, 0), /no name/],
    ["a command shorter than its name", Buffer.of(4, 2, 9, 0x41), /no name/],
    ["a command of four thousand bytes and more", Buffer.of(6, 0, 0, 0, 0, 0, 0, 0x10, 1), /too long/],
    ["a frame beyond the limit", Buffer.of(2, 0, 0, 0, 0, 0, 2, 0, 0), /larger than 100000/],
    ["a frame of 2^64 - 1 bytes", Buffer.of(2, 255, 255, 255, 255, 255, 255, 255, 255), /larger than/],
    ["frames without end", Buffer.alloc(20).fill(Buffer.of(1, 0)), /more than 8 frames/],
  ] as const)
    it(`refuses ${what}, by its head`, () => {
      const { zmtp } = greeted();
      assert.throws(() => zmtp.push(bytes), message);
      assert.ok(zmtp.pending < 2000);
    });

  it("counts a message's frames together", () => {
    const { zmtp } = greeted({ bytes: 10, frames: 8 });
    assert.throws(() => zmtp.push(Buffer.concat(encodeMessage(["sixsix", "sixsix"]))), /larger than 10/);
  });

  it("throws nothing but its own error, whatever comes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isGreeted) => {
        const { zmtp } = isGreeted ? greeted() : reader();
        try {
          zmtp.push(bytes);
        } catch (error) {
          assert.ok(error instanceof ZmtpError, String(error));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

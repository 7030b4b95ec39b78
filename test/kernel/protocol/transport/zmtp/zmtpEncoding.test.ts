import assert from "node:assert/strict";
import fc from "fast-check";
import {
  decodeProperties,
  encodeCommand,
  encodeMessage,
  encodeProperties,
} from "../../../../../kernel/protocol/transport/zmtp/zmtpEncoding.js";

describe("the encoding of ZeroMQ's protocol", () => {
  it("has a flag for more frames, and lengths of one byte or of eight", () => {
    const [first, , second, body] = encodeMessage(["ab", new Uint8Array(256)]);
    assert.deepEqual([...first], [1, 2]);
    assert.deepEqual([...second], [2, 0, 0, 0, 0, 0, 0, 1, 0]);
    assert.equal(body.length, 256);
  });

  // RFC 23: a READY command is a command frame of the name and of properties with lengths of one and of four bytes.
  it("writes READY as the specification shows it", () => {
    const ready = encodeCommand("READY", encodeProperties({ "Socket-Type": "REP" }));
    assert.equal(
      Buffer.from(ready).toString("latin1"),
      "\x04\x19\x05READY\x0bSocket-Type\x00\x00\x00\x03REP",
    );
  });

  it("reads the properties that it writes, by names in lower case", () => {
    const read = decodeProperties(Buffer.from(encodeProperties({ "Socket-Type": "SUB", Identity: "me" })));
    assert.deepEqual(
      [...read].map(([name, value]) => [name, String(value)]),
      [
        ["socket-type", "SUB"],
        ["identity", "me"],
      ],
    );
  });

  it("refuses properties that are cut off, with its own error", () => {
    const whole = Buffer.from(encodeProperties({ Identity: "someone" }));
    for (let length = 1; length < whole.length; length++)
      assert.throws(() => decodeProperties(whole.subarray(0, length)), /cut off/);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeProperties(Buffer.from(bytes));
        } catch (error) {
          assert.match(String(error), /cut off/);
        }
      }),
    );
  });
});

import { ZmtpError } from "./zmtpReader.js";

/** The bytes of a message's frames, each after its head. */
export function encodeMessage(frames: readonly (Uint8Array | string)[]): Uint8Array[] {
  return frames.flatMap((frame, at) => {
    const body = typeof frame === "string" ? Buffer.from(frame, "utf8") : frame;
    return [head(at < frames.length - 1 ? 1 : 0, body.length), body];
  });
}

/** The bytes of a command. */
export function encodeCommand(name: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const body = Buffer.concat([Buffer.of(name.length), Buffer.from(name, "latin1"), data]);
  return Buffer.concat([head(4, body.length), body]);
}

/** The data of READY: names and values. */
export function encodeProperties(properties: Readonly<Record<string, string>>): Uint8Array {
  return Buffer.concat(
    Object.entries(properties).flatMap(([name, value]) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(value));
      return [Buffer.of(name.length), Buffer.from(name, "latin1"), length, Buffer.from(value)];
    }),
  );
}

/**
 * Reads the data of READY. Names are in lower case, as they count in any case.
 * @throws ZmtpError when a length goes beyond the data
 */
export function decodeProperties(data: Buffer): Map<string, Buffer> {
  const properties = new Map<string, Buffer>();
  for (let at = 0; at < data.length;) {
    const valueAt = at + 1 + data[at] + 4;
    if (valueAt > data.length) throw new ZmtpError("its properties are cut off");
    const end = valueAt + data.readUInt32BE(valueAt - 4);
    if (end > data.length) throw new ZmtpError("its properties are cut off");
    properties.set(data.toString("latin1", at + 1, valueAt - 4).toLowerCase(), data.subarray(valueAt, end));
    at = end;
  }
  return properties;
}

function head(flags: number, length: number): Uint8Array {
  if (length < 256) return Uint8Array.of(flags, length);
  const long = Buffer.alloc(9);
  long[0] = flags | 2;
  long.writeBigUInt64BE(BigInt(length), 1);
  return long;
}

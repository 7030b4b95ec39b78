import type { Picture } from "../../../images/picture.js";

/**
 * Splits a stream of binary PPM pictures ("P6", maximum 255) into pictures, each in its own buffer. A picture
 * cut short by the end of the stream is dropped.
 * @throws Error when the stream is not PPM
 */
export async function* ppmFrames(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Picture, void, undefined> {
  let rest: Uint8Array = new Uint8Array(0);
  let picture: Picture | undefined;
  let filled = 0;
  for await (const chunk of stream) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    rest = new Uint8Array(0);
    while (bytes.length > 0) {
      if (!picture) {
        const header = readHeader(bytes);
        if (!header) {
          rest = bytes;
          break;
        }
        picture = { ...header.size, data: new Uint8Array(header.size.width * header.size.height * 3) };
        filled = 0;
        bytes = bytes.subarray(header.length);
      }
      const taken = bytes.subarray(0, picture.data.length - filled);
      picture.data.set(taken, filled);
      filled += taken.length;
      bytes = bytes.subarray(taken.length);
      if (filled === picture.data.length) {
        yield picture;
        picture = undefined;
      }
    }
  }
}

interface Header {
  readonly length: number;
  readonly size: { readonly width: number; readonly height: number };
}

function readHeader(bytes: Uint8Array): Header | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 40)).toString("latin1");
  const match = /^P6\s(\d+)\s(\d+)\s255\s/.exec(text);
  if (match) return { length: match[0].length, size: { width: Number(match[1]), height: Number(match[2]) } };
  if (bytes.length < 40) return undefined;
  throw new Error(`Not a PPM picture: ${JSON.stringify(text)}`);
}

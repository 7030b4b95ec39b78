import sharp, { type JpegOptions } from "sharp";

const size = 64;

/** A picture of waves as JPEG, 64 pixels wide and high. */
export function wavesAsJpeg(progressive: boolean, options: JpegOptions = {}): Promise<Buffer> {
  const data = Uint8Array.from({ length: size * size * 3 }, (_, at) => 128 + 120 * Math.sin(at * at * 0.013));
  const raw = { width: size, height: size, channels: 3 as const };
  return sharp(data, { raw })
    .jpeg({ progressive, ...options })
    .toBuffer();
}

/** The same with 200 wrong bytes in its middle, which decoders notice and go on. */
export async function damagedJpeg(): Promise<Buffer> {
  const bytes = await wavesAsJpeg(true);
  return bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 200);
}

/** An ordinary JPEG without its second half, but with an end marker: decoders paint the rest grey and say nothing. */
export async function halfGreyJpeg(): Promise<Buffer> {
  const bytes = await wavesAsJpeg(false);
  return Buffer.concat([bytes.subarray(0, (bytes.length + 600) >> 1), Buffer.of(0xff, 0xd9)]);
}

/** An ordinary JPEG that breaks off in its middle. */
export async function cutJpeg(): Promise<Buffer> {
  const bytes = await wavesAsJpeg(false);
  return bytes.subarray(0, (bytes.length + 600) >> 1);
}

import sharp from "sharp";
import { jpegFault } from "./jpegFault.js";
import { mostPixels } from "./picture.js";

/**
 * What is wrong with a JPEG that decoders accept all the same, e.g. "its data end before the picture does"; null for nothing,
 * and for other formats. Ordinary JPEGs are followed code by code, which shows most wrong bytes; of progressive ones libjpeg's
 * warnings are taken, which show about half.
 */
export async function jpegDamage(bytes: Uint8Array): Promise<string | null> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const fault = jpegFault(bytes);
  return fault === undefined ? libjpegWarning(bytes) : fault;
}

async function libjpegWarning(bytes: Uint8Array): Promise<string | null> {
  try {
    await sharp(bytes, { limitInputPixels: mostPixels, failOn: "warning" }).raw().toBuffer();
    return null;
  } catch (error) {
    return (error as Error).message.split("\n")[0].replace(/^VipsJpeg: /, "");
  }
}

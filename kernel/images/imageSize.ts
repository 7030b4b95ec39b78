import sharp from "sharp";

/**
 * Width and height of an image as it is read, upright, from its header alone.
 * @returns null where it cannot be told
 */
export async function imageSize(file: string): Promise<readonly [width: number, height: number] | null> {
  try {
    const { autoOrient } = await sharp(file).metadata();
    return [autoOrient.width, autoOrient.height];
  } catch {
    return null;
  }
}

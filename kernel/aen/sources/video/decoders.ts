import type { Ffmpeg } from "./ffmpeg.js";
import { parts } from "./ffmpegParts.js";

/** ffmpeg's own decoders of these codecs do not notice wrong bytes; these give the same pictures, and often do. */
const watchful: Readonly<Record<string, string>> = { vp8: "libvpx", vp9: "libvpx-vp9" };

/**
 * The options that choose the decoder for a codec: one that notices damage, where this ffmpeg has it.
 * @returns none where ffmpeg's own will do
 */
export async function decoderOptions(ffmpeg: Ffmpeg, codec: string | null): Promise<string[]> {
  const decoder = codec === null ? undefined : watchful[codec];
  if (decoder === undefined || !(await parts(ffmpeg, "decoders")).has(decoder)) return [];
  return ["-c:v", decoder];
}

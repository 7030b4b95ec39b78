import type { Ffmpeg } from "./ffmpeg.js";
import { parts } from "./ffmpegParts.js";
import type { HdrColours } from "./hdrColours.js";

/** White of an SDR picture within an HDR one (ITU-R BT.2408), and the brightest light that keeps a shade, in candela per m². */
const [white, brightest] = [203, 1000];

/**
 * The filters that turn HDR into SDR (BT.709): white at 203 candela per m² becomes white, darker light stays as it is up to 60 %
 * of it, and what is brighter is compressed.
 * @returns none for SDR; null where this ffmpeg cannot do it
 */
export async function toneMapping(ffmpeg: Ffmpeg, hdr: HdrColours | null): Promise<readonly string[] | null> {
  if (hdr === null) return [];
  if (!(await canToneMap(ffmpeg))) return null;
  const params = [
    ...(hdr.matrix === "unknown" ? ["colorspace=bt2020nc"] : []),
    ...(hdr.primaries === "unknown" ? ["color_primaries=bt2020"] : []),
  ];
  return [
    ...(params.length > 0 ? [`setparams=${params.join(":")}`] : []),
    `zscale=t=linear:npl=${white}`,
    "format=gbrpf32le",
    "zscale=p=bt709",
    `tonemap=mobius:param=0.6:desat=0:peak=${(brightest / white).toFixed(3)}`,
    "zscale=t=bt709:m=bt709:r=tv",
    "format=yuv444p",
  ];
}

/** Whether an ffmpeg has zscale and tonemap, which some builds lack. */
export async function canToneMap(ffmpeg: Ffmpeg): Promise<boolean> {
  const filters = await parts(ffmpeg, "filters");
  return filters.has("zscale") && filters.has("tonemap");
}

/** How the colours of an HDR video are coded, in ffmpeg's words; "unknown" where the file does not say. */
export interface HdrColours {
  readonly matrix: string;
  readonly primaries: string;
  /** PQ or HLG. */
  readonly transfer: "smpte2084" | "arib-std-b67";
}

/** From ffmpeg's line about a stream, e.g. `yuv420p10le(tv, bt2020nc/bt2020/smpte2084, progressive)`; null for SDR. */
export function hdrColours(line: string): HdrColours | null {
  const [, matrix, primaries, transfer] =
    /[(\s]([\w-]+)\/([\w-]+)\/(smpte2084|arib-std-b67)\b/.exec(line) ?? [];
  if (transfer === undefined) return null;
  return { matrix, primaries, transfer: transfer as HdrColours["transfer"] };
}

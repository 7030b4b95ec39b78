import { DataError } from "../../../files/dataError.js";
import { checkDamage, damageSentence, type DamageReport } from "./decoderDamage.js";
import type { FfmpegLog } from "./ffmpegLog.js";
import { missingTime } from "./missingTime.js";
import type { HdrColours } from "./hdrColours.js";

/** What is known about a video once all its frames have been decoded. */
export interface VideoFacts {
  readonly frameCount: number;
  /** Mean frames per second over the whole video; null for a single frame. */
  readonly frameRate: number | null;
  /** Time of each frame, in seconds from the start of the file. */
  readonly times: readonly number[];
  /** e.g. "h264" */
  readonly codec: string;
  /** The colours of an HDR video; null for SDR. */
  readonly hdr: HdrColours | null;
  /** What else the user has to know of its frames, in sentences. */
  readonly remarks: readonly string[];
}

/** How a video was decoded, and what is accepted. */
export interface FactsOptions {
  readonly allowIncomplete?: boolean;
  /** Frame rate it was resampled to, if any. */
  readonly frameRate?: number | null;
}

/**
 * The facts from the log of a fully decoded video.
 * @throws DataError when the video is truncated or damaged, unless that is allowed
 */
export function factsOf(
  log: FfmpegLog,
  { allowIncomplete = false, frameRate }: FactsOptions = {},
): VideoFacts {
  if (log.breaksOff && !allowIncomplete) throw breaksOff(log);
  const { times } = log;
  const all = times.length + log.damage.lost;
  const decoded = frameRate ? (log.expectedFrames(null) ?? all) : all;
  const damage = log.damage.among(decoded);
  if (damage && !allowIncomplete) checkDamage(log.file, damage);
  return {
    ...{ frameCount: times.length, frameRate: rateOf(log), times: [...times] },
    ...{ codec: log.codec ?? "unknown", hdr: log.hdr, remarks: remarksOf(log, damage) },
  };
}

function remarksOf(log: FfmpegLog, damage: DamageReport | null): string[] {
  const found = [
    damage && damageSentence(damage),
    log.breaksOff ? null : missingTime(log.times, log.duration),
    log.frameSizes.remark,
    log.hdr ? (log.toneMapped ? mapped : notMapped) : null,
  ];
  return found.filter((sentence) => sentence !== null);
}

const mapped = "it is an HDR video (PQ or HLG); its colours are mapped to SDR (BT.709).";

const notMapped =
  "it is an HDR video (PQ or HLG) and is used without tone mapping, because this ffmpeg has no filters zscale and tonemap: its " +
  "colours are paler than on a screen. Install an ffmpeg with libzimg if other videos are SDR.";

function rateOf({ times, frameRate }: FfmpegLog): number | null {
  const span = sixDigits(times[times.length - 1]) - sixDigits(times[0]);
  return span > 0 ? (times.length - 1) / span : frameRate;
}

/** The rate is part of a clip's content hash: it comes from the digits that every ffmpeg prints, so that hashes stay. */
function sixDigits(seconds: number): number {
  return Number(seconds.toPrecision(6));
}

function breaksOff({ file, times, frameRate, duration }: FfmpegLog): DataError {
  const reached = times[times.length - 1] + 1 / (frameRate ?? 25);
  const whole = duration !== null && duration > reached + 0.2 ? ` of ${duration.toFixed(1)}` : "";
  return new DataError(
    `the video is cut off after ${reached.toFixed(1)}${whole} seconds (${times.length} frames). ` +
      "Copy or download it again, or use what is there: allowIncomplete: true, as an option --allow-incomplete.",
    { file },
  );
}

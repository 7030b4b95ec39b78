import { DataError } from "../../../files/dataError.js";

/** A picture that a decoder completed by guessing (H.264, MPEG, Flash). */
const guessed = /\[info\] concealing \d+ DC, /;
/**
 * A picture that came out with errors, of any codec (with threads ffmpeg misses some), or that is not the one whose checksum
 * its encoder wrote (HEVC, where it wrote them).
 */
const marked = /corrupt decoded frame|mismatching checksum of plane 0/;
/** A picture that a decoder gave up in the middle (Motion JPEG), one whose reference is missing, or any error in one (HEVC). */
const givenUp = /\[mjpeg .*\[error\] error (y=|count:)|\[hevc .*\[error\] (?!mismatching)/;
/** A packet that gave no picture. */
const lost = /Error while decoding stream|Error submitting (a )?packet to decoder|Decoding error: /;

/** The largest share of damaged frames that is accepted: what is guessed smears the frames that build on it. */
export const mostDamaged = 0.01;

/** How many of a video's frames are damaged. */
export interface DamageReport {
  /** Damaged or missing, as far as the decoder notices; smeared are more. */
  readonly damaged: number;
  /** All that were decoded. */
  readonly frames: number;
}

/** Counts the damage that ffmpeg's decoders report, from the lines of its log. */
export class DecoderDamage {
  #incomplete = 0;
  #marked = 0;
  #lost = 0;

  /** Packets that gave no picture. */
  get lost(): number {
    return this.#lost;
  }

  read(line: string): void {
    if (guessed.test(line) || givenUp.test(line)) this.#incomplete++;
    else if (marked.test(line)) this.#marked++;
    else if (lost.test(line)) this.#lost++;
  }

  /** Null when there is none. An incomplete picture may be reported twice: as such, and as marked. */
  among(frames: number): DamageReport | null {
    const damaged = Math.max(this.#incomplete, this.#marked) + this.#lost;
    return damaged > 0 ? { damaged, frames } : null;
  }
}

/** @throws DataError when more than {@link mostDamaged} of the frames are damaged */
export function checkDamage(file: string, damage: DamageReport): void {
  if (damage.damaged <= mostDamaged * damage.frames) return;
  const remedy = "Copy or download it again, or pass allowIncomplete: true to use it as it is.";
  throw new DataError(`${damageSentence(damage)} ${remedy}`, { file });
}

/** Says how much is damaged. */
export function damageSentence({ damaged, frames }: DamageReport): string {
  const what = "the video is damaged: ffmpeg reports errors in";
  return `${what} ${damaged} of ${frames} frames, and frames that build on these are smeared, too.`;
}

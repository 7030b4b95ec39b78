import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { DataError } from "../../../files/dataError.js";
import { isForeign } from "./containers.js";
import { DecoderDamage } from "./decoderDamage.js";
import { FrameSizes } from "./frameSizes.js";
import { mistakenFile } from "./mistakenFile.js";
import { hdrColours, type HdrColours } from "./hdrColours.js";

const brokenOff = /Packet corrupt|corrupt input packet|ended prematurely|partial file/;

/** Called for every frame of a video that is being decoded. */
export type OnFrame = (log: FfmpegLog) => void;

/** What ffmpeg reports about a video while decoding it. */
export class FfmpegLog {
  /** Time of each decoded frame, in seconds from the start of the file. */
  readonly times: number[] = [];
  /** Width and height of each decoded frame, upright, in pixels of the file; undefined where ffmpeg does not say. */
  readonly sizes: (readonly [width: number, height: number] | undefined)[] = [];
  /** Length in seconds according to the container; null if not stated. */
  duration: number | null = null;
  /** e.g. "h264" */
  codec: string | null = null;
  /** Nominal frames per second according to the container; null if not stated. */
  frameRate: number | null = null;
  /** Whether the file is truncated. */
  breaksOff = false;
  readonly damage = new DecoderDamage();
  readonly frameSizes = new FrameSizes();
  /** The colours of a video whose brightness is coded for HDR screens; null for SDR. */
  hdr: HdrColours | null = null;
  /** Whether it is mapped to SDR. */
  toneMapped = false;
  #container = "";
  /** Seconds in one tick of the timestamps: numerator and denominator; null until ffmpeg has told. */
  #tick: readonly [number, number] | null = null;
  readonly #errors: string[] = [];

  /** @param onFrame called with this log for each decoded frame */
  constructor(
    readonly file: string,
    readonly onFrame: OnFrame = () => {},
  ) {}

  /** Reads the program's standard error, line by line. */
  follow(stderr: Readable): void {
    createInterface({ input: stderr, crlfDelay: Infinity }).on("line", (line) => this.read(line));
  }

  read(line: string): void {
    const shown = /\[info\] n:\s*\d+ pts:\s*(\S+)\s+pts_time:\s*(\S+)/.exec(line);
    if (!shown) return this.#readMessage(line);
    this.frameSizes.read(line, this.times.length);
    this.times.push(this.#timeOf(shown[1], shown[2]));
    const size = / s:(\d+)x(\d+)/.exec(line);
    this.sizes.push(size ? [Number(size[1]), Number(size[2])] : undefined);
    this.onFrame(this);
  }

  /** ffmpeg 5 writes seconds with six digits, which after 1000 s is no longer exact to the frame: ticks are. */
  #timeOf(ticks: string, seconds: string): number {
    const isExact = this.#tick !== null && /^-?\d+$/.test(ticks);
    return isExact ? (Number(ticks) * this.#tick![0]) / this.#tick![1] : Number(seconds);
  }

  #readMessage(line: string): void {
    const tick = /\[info\] config in time_base: (\d+)\/(\d+)/.exec(line);
    if (tick && Number(tick[2]) > 0) this.#tick = [Number(tick[1]), Number(tick[2])];
    this.damage.read(line);
    // broadcast recordings (mpegts) often end in half a packet and are complete all the same
    if (brokenOff.test(line) && this.#container !== "mpegts") this.breaksOff = true;
    if (/\[(error|fatal)\]/.test(line)) this.#keepError(line.replace(/^.*\[(error|fatal)\] /, ""));
    else this.#readHeader(line);
  }

  /** The first hundred: a damaged video can cause millions. */
  #keepError(message: string): void {
    if (this.#errors.length < 100) this.#errors.push(message);
  }

  #readHeader(line: string): void {
    this.#container ||= /^\[info\] Input #0, (\w+)/.exec(line)?.[1] ?? "";
    if (this.#container === "mpegts") this.breaksOff = false; // said while the format was being found out
    const duration = /^\[info\]\s+Duration: (\d+):(\d+):(\d+\.?\d*)/.exec(line);
    if (duration) this.duration ??= +duration[1] * 3600 + +duration[2] * 60 + +duration[3];
    const stream = /Stream #0:\S+: Video: (\w+)/.exec(line);
    if (!stream || this.codec) return;
    this.codec = stream[1];
    this.hdr = hdrColours(line);
    const rate = /, (\d+\.?\d*)(k?) fps/.exec(line);
    if (rate) this.frameRate = Number(rate[1]) * (rate[2] ? 1000 : 1);
  }

  /**
   * How many frames the video should have according to its container; null if not stated.
   * @param frameRate frame rate it is resampled to; null for its own
   */
  expectedFrames(frameRate: number | null): number | null {
    const rate = frameRate ?? this.frameRate;
    return this.duration === null || rate === null ? null : Math.round(this.duration * rate);
  }

  /** What went wrong, in ffmpeg's words, without duplicates and addresses; "" when nothing did. */
  get trouble(): string {
    const lines = this.#errors.map((line) => line.replaceAll(`file:${this.file}: `, "").trim());
    return [...new Set(lines)].slice(0, 2).join("; ");
  }

  /** Why there was no picture. */
  noPictures(): DataError {
    const mistaken = mistakenFile(this.file);
    if (mistaken !== null) return new DataError(mistaken, { file: this.file });
    const said = this.trouble ? ` (ffmpeg: ${this.trouble})` : "";
    if (/matches no streams/.test(said)) {
      return new DataError("the file has no video stream, only sound or data. Choose a video.", {
        file: this.file,
      });
    }
    if (/max pixel count/.test(said)) {
      return new DataError(
        "its pictures have more than 100 million pixels. Scale it down (ffmpeg -i FILE -vf scale=1920:-2 OUT) before you use it.",
        { file: this.file },
      );
    }
    if (isForeign(said)) {
      return new DataError(
        "this is a playlist, a drawing or another format that can name further files, which is not read. " +
          "Give the recording itself, e.g. as .mp4, .mkv or .avi.",
        { file: this.file },
      );
    }
    return new DataError(
      `this is not a video that can be decoded${said}. Check that it plays in a video player; if it is incomplete, ` +
        "copy or download it again; otherwise leave it out.",
      { file: this.file },
    );
  }
}

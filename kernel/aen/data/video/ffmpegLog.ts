import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { DataError } from "../dataError.js";

const brokenOff = /Packet corrupt|corrupt input packet|ended prematurely|partial file/;

/** What ffmpeg writes about a video while it decodes it. */
export class FfmpegLog {
  /** Seconds from the start of the file, of each frame that was decoded. */
  readonly times: number[] = [];
  /** Length in seconds as the container states it; null when it does not. */
  duration: number | null = null;
  /** e.g. "h264" */
  codec: string | null = null;
  /** Nominal frames per second as the container states it; null when it does not. */
  frameRate: number | null = null;
  /** Whether the file ends in the middle of its data. */
  breaksOff = false;
  #container = "";
  readonly #errors: string[] = [];

  /** @param onFrame is called for each frame that was decoded */
  constructor(
    readonly file: string,
    readonly onFrame: () => void = () => {},
  ) {}

  /** Reads the program's standard error, line by line. */
  follow(stderr: Readable): void {
    createInterface({ input: stderr, crlfDelay: Infinity }).on("line", (line) => this.read(line));
  }

  read(line: string): void {
    const shown = /\[info\] n:\s*\d+ pts:\s*\S+\s+pts_time:\s*(\S+)/.exec(line);
    if (!shown) return this.#readMessage(line);
    this.times.push(Number(shown[1]));
    this.onFrame();
  }

  #readMessage(line: string): void {
    // recordings of a broadcast (mpegts) often end in half a packet and are complete all the same
    if (brokenOff.test(line) && this.#container !== "mpegts") this.breaksOff = true;
    if (/\[(error|fatal)\]/.test(line)) this.#errors.push(line.replace(/^.*\[(error|fatal)\] /, ""));
    else this.#readHeader(line);
  }

  #readHeader(line: string): void {
    this.#container ||= /^\[info\] Input #0, (\w+)/.exec(line)?.[1] ?? "";
    const duration = /^\[info\]\s+Duration: (\d+):(\d+):(\d+\.?\d*)/.exec(line);
    if (duration) this.duration ??= +duration[1] * 3600 + +duration[2] * 60 + +duration[3];
    const stream = /Stream #0:\S+: Video: (\w+)/.exec(line);
    if (!stream || this.codec) return;
    this.codec = stream[1];
    const rate = /, (\d+\.?\d*)(k?) fps/.exec(line);
    if (rate) this.frameRate = Number(rate[1]) * (rate[2] ? 1000 : 1);
  }

  /** What went wrong, in ffmpeg's words, without repetitions and addresses; "" when nothing did. */
  get trouble(): string {
    const lines = this.#errors.map((line) => line.replaceAll(`file:${this.file}: `, "").trim());
    return [...new Set(lines)].slice(0, 2).join("; ");
  }

  /** Why no picture came. */
  noPictures(): DataError {
    const said = this.trouble ? ` (ffmpeg: ${this.trouble})` : "";
    if (/matches no streams/.test(said)) {
      return new DataError("the file has no video stream, only sound or data. Choose a video.", {
        file: this.file,
      });
    }
    return new DataError(
      `this is not a video that can be decoded${said}. Check that it plays in a video player; if it breaks off, ` +
        "copy or download it again, otherwise leave it out.",
      { file: this.file },
    );
  }
}

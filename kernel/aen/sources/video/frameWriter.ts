import path from "node:path";
import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import type { Picture } from "../../../images/picture.js";
import { importWriteError } from "./importWriteError.js";

/** Frame format: "png" is lossless, "jpeg" (quality 95, full colour) takes a fifth of the space. */
export type FrameFormat = "png" | "jpeg";

/** How many pictures may be in the process of being written at a time. */
const mostInFlight = 4;

/** The file name of a frame, counted from 0: six digits starting at 000001, so that names sort numerically. */
export function frameFileName(frame: number, format: FrameFormat): string {
  return `${String(frame + 1).padStart(6, "0")}.${format === "png" ? "png" : "jpg"}`;
}

/** Writes frames into a folder, a few at a time. */
export class FrameWriter {
  #count = 0;
  readonly #inFlight = new Set<Promise<void>>();
  #failure: unknown;

  constructor(
    readonly folder: string,
    readonly format: FrameFormat,
  ) {}

  get count(): number {
    return this.#count;
  }

  /** Accepts a picture; resolves when there is room for the next. */
  async write(picture: Picture): Promise<void> {
    const file = path.join(this.folder, frameFileName(this.#count++, this.format));
    const writing: Promise<void> = this.#save(file, picture)
      .catch((error: unknown) => void (this.#failure ??= error))
      .finally(() => this.#inFlight.delete(writing));
    this.#inFlight.add(writing);
    if (this.#inFlight.size >= mostInFlight) await Promise.race(this.#inFlight);
    this.#check();
  }

  /** Resolves when everything is on disk. */
  async finish(): Promise<void> {
    await Promise.all(this.#inFlight);
    this.#check();
  }

  /** Resolves when no write is pending, whether the writes succeeded or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#inFlight);
  }

  async #save(file: string, { width, height, data }: Picture): Promise<void> {
    const image = sharp(data, { raw: { width, height, channels: 3 } });
    const encoded =
      this.format === "png"
        ? image.png({ compressionLevel: 4 })
        : image.jpeg({ quality: 95, chromaSubsampling: "4:4:4" });
    await writeFile(file, await encoded.toBuffer());
  }

  #check(): void {
    if (this.#failure) throw importWriteError(this.folder, this.#failure);
  }
}

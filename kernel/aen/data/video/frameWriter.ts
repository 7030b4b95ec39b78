import path from "node:path";
import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { DataError } from "../dataError.js";
import type { Picture } from "../images/picture.js";

/** How frames are kept: "png" keeps every value, "jpeg" (quality 95, full colour) takes a fifth of the space. */
export type FrameFormat = "png" | "jpeg";

/** How many pictures may be on their way to the disk at a time. */
const mostInFlight = 4;

/** The file name of a frame, counted from 0: six digits from 000001 on, so that names sort as numbers do. */
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

  /** Takes a picture; resolves when there is room for the next. */
  async write(picture: Picture): Promise<void> {
    const file = path.join(this.folder, frameFileName(this.#count++, this.format));
    const writing: Promise<void> = this.#save(file, picture)
      .catch((error: unknown) => void (this.#failure ??= error))
      .finally(() => this.#inFlight.delete(writing));
    this.#inFlight.add(writing);
    if (this.#inFlight.size >= mostInFlight) await Promise.race(this.#inFlight);
    this.#check();
  }

  /** Resolves when everything is on the disk. */
  async finish(): Promise<void> {
    await Promise.all(this.#inFlight);
    this.#check();
  }

  /** Resolves when nothing is on its way to the disk any more, whether it arrived or not. */
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
    if (this.#failure) throw writeError(this.folder, this.#failure);
  }
}

/** Says in words why something could not be written. */
export function writeError(file: string, cause: unknown): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (typeof code !== "string" && cause instanceof Error) return cause; // a stop, or a message of our own
  const place = { file, cause };
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new DataError(
      "the disk is full. Clips that were finished are kept; make room and start again, and the import goes on.",
      place,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new DataError("you may not write there. Choose another folder or change its permissions.", place);
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new DataError("a file is in the way of this folder. Choose another folder.", place);
  }
  return code === undefined && cause instanceof Error
    ? cause
    : new DataError(`cannot be written (${message}).`, place);
}

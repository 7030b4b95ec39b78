/** The sizes that the frames of a video have, from the lines of ffmpeg's log that show a frame each. */
export class FrameSizes {
  #first = "";
  #change: { readonly frame: number; readonly size: string } | null = null;

  /** @param frame its number, from 0 */
  read(line: string, frame: number): void {
    const size = / s:(\d+x\d+) /.exec(line)?.[1];
    if (size === undefined) return;
    this.#first ||= size;
    if (size !== this.#first) this.#change ??= { frame, size };
  }

  /** Tells of a change; null when there is none. */
  get remark(): string | null {
    if (this.#change === null) return null;
    const { frame, size } = this.#change;
    const [from, to] = [this.#first, size].map((one) => one.replace("x", " x "));
    return `its resolution changes from ${from} to ${to} pixels at frame ${frame}; all frames are scaled to the first size.`;
  }
}

/** Frames in RGB, 8 bits a channel, row-major: `[count, height, width, 3]`. */
export interface FrameImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly data: Uint8Array;
}

/** A document whose positions are its offsets. */
export function documentOf(text: string): {
  getText(): string;
  offsetAt(at: number): number;
  positionAt(at: number): number;
} {
  return { getText: () => text, offsetAt: (at) => at, positionAt: (at) => at };
}

/** Kernels that answer as told, or none. */
export const kernelsWith = (process: object | undefined) => ({ of: async () => process }) as never;

export const going = { isCancellationRequested: false } as never;
export const cancelled = { isCancellationRequested: true } as never;

/** A document whose positions are its offsets. */
export function documentOf(text: string): {
  getText(): string;
  offsetAt(at: number): number;
  positionAt(at: number): number;
} {
  return { getText: () => text, offsetAt: (at) => at, positionAt: (at) => at };
}

/** Kernels that answer as told, or none. */
export const kernelsWith = (process: object | undefined) =>
  ({ of: async () => process, above: () => ["above"] }) as never;

export const going = { isCancellationRequested: false } as never;
export const cancelled = { isCancellationRequested: true } as never;

/** Kernels that answer questions about a notebook of two cells, asked in the first. */
export function kernelsAsked(answers: object): never {
  const documents = ["first", "second"].map((name) => ({ uri: `cell:${name}` }));
  const kernel = { ask: async (question: keyof typeof answers) => answers[question] };
  const asked = { kernel, documents, cells: ["a", "b"], at: { cell: 0, offset: 0 } };
  return { asked: async () => asked } as never;
}

/** A line of a file or of a cell, from its first to its third column. */
export const line = (number: number) => ({
  ...{ start: { line: number, character: 0 }, end: { line: number, character: 2 } },
});

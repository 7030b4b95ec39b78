/** What is printed as a note of deprecation while `work` goes on. */
export async function notesDuring(work: () => unknown): Promise<string[]> {
  const before = console.warn;
  const notes: string[] = [];
  console.warn = (message: unknown) => void notes.push(String(message));
  try {
    await work();
  } finally {
    console.warn = before;
  }
  return notes;
}

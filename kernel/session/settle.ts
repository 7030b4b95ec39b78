/**
 * Settles a promise as some work does. With `await`, because a cell may have replaced `Promise.prototype.then`, and what
 * the kernel waits for would never come.
 */
export async function settle<T>(
  work: () => Promise<T> | T,
  resolve: (value: T) => void,
  reject: (reason: unknown) => void,
): Promise<void> {
  try {
    resolve(await work());
  } catch (error) {
    reject(error);
  }
}

/**
 * Lets cells see the arguments of a notebook, which has none, not those that our own program was started with.
 *
 * @param file the notebook's, as `import.meta.filename` names it
 * @returns a function that restores the arguments
 */
export function hideArguments(file: string): () => void {
  const { argv } = process;
  const shown = [argv[0], file];
  process.argv = shown;
  return () => {
    if (process.argv === shown) process.argv = argv;
  };
}

/**
 * What to do about an error of Node's whose message does not say so; undefined for other errors. Files in TypeScript are
 * loaded by the kernel where a cell imports them, but threads that a cell starts are Node's own.
 *
 * @param code the error's code
 */
export function errorAdvice(
  code: unknown,
  message: string,
  node = process.versions.node,
): string | undefined {
  if (code !== "ERR_UNKNOWN_FILE_EXTENSION" || !/"\.[cm]?tsx?"/.test(message)) return undefined;
  return (
    `Node ${node} loads a Worker's files itself, and no TypeScript among them: give the Worker a JavaScript file, or run the ` +
    "kernel with Node 22.18 or newer, which loads .ts."
  );
}

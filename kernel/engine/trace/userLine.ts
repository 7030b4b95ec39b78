const ours = new URL("../", import.meta.url);

/** The innermost line of a stack trace that is neither the engine's nor a library's, e.g. `loss.ts:12:7`. */
export function userLine(stack: string): string | undefined {
  const frames = stack.split("\n").filter((line) => /^\s*at /.test(line));
  const own = frames.find((frame) => !isForeign(frame));
  const place =
    own && (/\(([^()]*:\d+:\d+)\)\s*$/.exec(own)?.[1] ?? /at (?:async )?(\S*:\d+:\d+)\s*$/.exec(own)?.[1]);
  return place?.replace(/^file:\/\//, "");
}

function isForeign(frame: string): boolean {
  const path = decodeURI(ours.pathname);
  return (
    frame.includes("node_modules") ||
    frame.includes("node:") ||
    /tfjs-\w+\//.test(frame) ||
    frame.includes(path) ||
    frame.includes("<anonymous>")
  );
}

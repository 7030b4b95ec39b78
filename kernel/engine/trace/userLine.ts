import { fileURLToPath } from "node:url";

const engine = new URL("../", import.meta.url);

/**
 * The innermost line of a stack trace that belongs neither to the engine nor to a library, e.g. `loss.ts:12:7`.
 * @param ours the engine's folder
 */
export function userLine(stack: string, ours = engine): string | undefined {
  const frames = stack.split("\n").filter((line) => /^\s*at /.test(line));
  const own = frames.find((frame) => !isForeign(frame, ours));
  const place =
    own && (/\(([^()]*:\d+:\d+)\)\s*$/.exec(own)?.[1] ?? /at (?:async )?(\S*:\d+:\d+)\s*$/.exec(own)?.[1]);
  return place?.startsWith("file:") ? fileURLToPath(place) : place;
}

/** Stack traces name ES modules by URL, where a space is `%20`, and everything else by path. */
function isForeign(frame: string, ours: URL): boolean {
  return (
    frame.includes("node_modules") ||
    frame.includes("node:") ||
    /tfjs-\w+\//.test(frame) ||
    frame.includes(ours.href) ||
    frame.includes(fileURLToPath(ours)) ||
    frame.includes("<anonymous>")
  );
}

import { createRequire, syncBuiltinESMExports } from "node:module";
import { currentCell } from "./cellContext.js";

type Call = (...args: unknown[]) => unknown;
type StreamName = "stdout" | "stderr";

const fs = createRequire(import.meta.url)("node:fs") as Record<string, Call>;

const streams = new Map<unknown, StreamName>(
  (["stdout", "stderr"] as const).flatMap((name, index) =>
    [index + 1, `/dev/${name}`, `/dev/fd/${index + 1}`, `/proc/self/fd/${index + 1}`].map((target) => [
      target,
      name,
    ]),
  ),
);

/** The stream that a file descriptor or path stands for. */
export function streamOf(target: unknown): StreamName | undefined {
  return streams.get(target);
}

/** What a call writes; undefined if the call is wrong, which Node then says. */
type Written = (args: unknown[]) => Uint8Array | undefined;

/** The functions of `node:fs` that take a descriptor or path first, and what each writes. */
const writers: Readonly<Record<string, Written>> = {
  writeSync: ([, data, first, second]) => part(data, first, second),
  write: ([, data, first, second]) => part(data, first, second),
  writevSync: ([, parts]) => joined(parts),
  writev: ([, parts]) => joined(parts),
  writeFileSync: ([, data, options]) => whole(data, options),
  appendFileSync: ([, data, options]) => whole(data, options),
  writeFile: ([, data, options]) => whole(data, options),
  appendFile: ([, data, options]) => whole(data, options),
};

/**
 * Brings what cells write to the descriptors and device files of stdout and stderr (`fs.writeSync(1, …)`) to the
 * cell's output, as `routeStreams` does with the streams.
 *
 * @returns a function that undoes this
 */
export function routeDescriptors(): () => void {
  const restores = Object.entries(writers).map(([name, written]) => route(name, written));
  syncBuiltinESMExports();
  return () => {
    restores.forEach((restore) => restore());
    syncBuiltinESMExports();
  };
}

function route(name: string, written: Written): () => void {
  const original = fs[name];
  const routed: Call = (...args) => {
    const stream = currentCell() && streamOf(args[0]);
    const bytes = stream && written(args);
    if (!stream || !bytes) return original(...args);
    process[stream].write(bytes);
    const result = name.includes("File") ? [] : [bytes.length, args[1]];
    if (name.endsWith("Sync")) return result[0];
    const callback = args.at(-1);
    if (typeof callback === "function") process.nextTick(callback as Call, null, ...result);
    return undefined;
  };
  // `util.promisify(fs.write)` gives an object, by a symbol of Node's.
  fs[name] = Object.defineProperties(routed, Object.getOwnPropertyDescriptors(original));
  return () => {
    if (fs[name] === routed) fs[name] = original;
  };
}

/** A text with position and encoding, or a view with offset and length, or with both as options. */
function part(data: unknown, first: unknown, second: unknown): Uint8Array | undefined {
  if (typeof data === "string") return Buffer.from(data, encodingOf(second));
  if (!ArrayBuffer.isView(data)) return undefined;
  const asOptions =
    typeof first === "object" && first !== null ? (first as Record<string, unknown>) : undefined;
  const offset = numberOr(0, asOptions ? asOptions.offset : first);
  const length = numberOr(data.byteLength - offset, asOptions ? asOptions.length : second);
  return Buffer.from(data.buffer, data.byteOffset + offset, length);
}

function joined(parts: unknown): Uint8Array | undefined {
  if (!Array.isArray(parts) || !parts.every((each) => ArrayBuffer.isView(each))) return undefined;
  return Buffer.concat(parts.map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength)));
}

function whole(data: unknown, options: unknown): Uint8Array | undefined {
  const { encoding } = (typeof options === "object" ? (options ?? {}) : { encoding: options }) as {
    encoding?: unknown;
  };
  return part(data, typeof data === "string" ? null : 0, typeof data === "string" ? encoding : undefined);
}

function encodingOf(given: unknown): BufferEncoding {
  return typeof given === "string" && Buffer.isEncoding(given) ? given : "utf8";
}

function numberOr(otherwise: number, given: unknown): number {
  return typeof given === "number" ? given : otherwise;
}

import { currentCell, type CellContext } from "./cellContext.js";
import { StringDecoder } from "node:string_decoder";
import { replaceMethod } from "./standIn.js";

type Write = typeof process.stdout.write;

/**
 * Routes what cells write to the process's streams (through `console`, libraries, `process.stdout`) to the cell that
 * wrote it. Everything else goes where it always went.
 *
 * @returns a function that restores the streams
 */
export function routeStreams(): () => void {
  const restores = [route(process.stdout, "stdout"), route(process.stderr, "stderr")];
  return () => restores.forEach((restore) => restore());
}

function route(stream: NodeJS.WriteStream, name: "stdout" | "stderr"): () => void {
  const original = stream.write;
  /** A character's bytes may come in several writes, and other cells may write between them. */
  const decoders = new WeakMap<CellContext, StringDecoder>();
  const decoderOf = (cell: CellContext) => {
    if (!decoders.has(cell)) decoders.set(cell, new StringDecoder("utf8"));
    return decoders.get(cell)!;
  };
  const routed = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
    const cell = currentCell();
    if (!cell) return (original as (...args: unknown[]) => boolean).call(stream, chunk, encoding, done);
    const text = asText(chunk, encoding, () => decoderOf(cell));
    // A program that says nothing, or half a character, makes no block of output.
    if (text !== "") cell.emit({ output_type: "stream", name, text });
    const callback = typeof encoding === "function" ? encoding : done;
    if (typeof callback === "function") process.nextTick(callback as () => void);
    return true;
  };
  return replaceMethod(stream as { write: Write }, "write", routed as Write);
}

function asText(chunk: unknown, encoding: unknown, decoder: () => StringDecoder): string {
  if (typeof chunk !== "string") return decoder().write(Buffer.from(chunk as Uint8Array));
  const plain = typeof encoding !== "string" || encoding === "utf8" || encoding === "utf-8";
  return plain ? chunk : Buffer.from(chunk, encoding as BufferEncoding).toString("utf8");
}

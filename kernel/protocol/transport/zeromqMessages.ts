import {
  ownSession,
  type ChannelName,
  type JupyterMessage,
  type MessageHeader,
} from "../../contracts/jupyterMessages.js";
import type { SeenSignatures } from "./seenSignatures.js";
import { isSigned, sign, type SigningKey } from "./signature.js";
import { jsonText } from "../jsonText.js";

const delimiter = "<IDS|MSG>";

/** The frames of a message on a ZeroMQ socket (Jupyter messaging, "The wire protocol"). */
export function toFrames(message: JupyterMessage, key: SigningKey): (Uint8Array | string)[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map((part) =>
    Buffer.from(jsonText(part), "utf8"),
  );
  const prefix = message.channel === "iopub" ? [topic(message)] : (message.identities ?? []);
  return [...prefix, delimiter, sign(key, parts), ...parts, ...message.buffers];
}

function topic({ header, content }: JupyterMessage): string {
  return header.msg_type === "stream" ? `stream.${String(content.name)}` : header.msg_type;
}

/**
 * Decodes the message in the frames of a ZeroMQ socket.
 *
 * @param seen remembers signed messages, so that what was copied from the wire is refused when it comes again
 * @throws Error saying what is wrong: no delimiter, too few frames, a bad signature, a message that came before or that
 *   this kernel has sent itself, invalid JSON, no header
 */
export function fromFrames(
  frames: readonly Buffer[],
  channel: ChannelName,
  key: SigningKey,
  seen?: SeenSignatures,
): JupyterMessage {
  const at = frames.findIndex(
    (frame) => frame.length === delimiter.length && frame.toString("latin1") === delimiter,
  );
  if (at < 0) throw new Error("it has no delimiter");
  const [signature, ...rest] = frames.slice(at + 1);
  const parts = rest.slice(0, 4);
  if (!signature || parts.length < 4) throw new Error("it has too few frames");
  if (!isSigned(key, parts, signature)) throw new Error("its signature is wrong");
  if (key.key !== "" && seen?.add(signature) === false) throw new Error("it came before");
  const [header, parent, metadata, content] = parts.map(parsed);
  if (typeof header.msg_id !== "string" || typeof header.msg_type !== "string")
    throw new Error("its header lacks msg_id or msg_type");
  if (seen && header.session === ownSession) throw new Error("this kernel has sent it itself");
  return {
    channel,
    header: header as unknown as MessageHeader,
    parent_header: parent as unknown as MessageHeader,
    metadata,
    content,
    buffers: rest.slice(4).map((buffer) => new Uint8Array(buffer)),
    identities: frames.slice(0, at).map((identity) => new Uint8Array(identity)),
  };
}

function parsed(part: Buffer): Record<string, unknown> {
  const value = readJson(part);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("a part of it is not an object");
  return value as Record<string, unknown>;
}

function readJson(part: Buffer): unknown {
  try {
    return JSON.parse(part.toString("utf8"));
  } catch {
    throw new SyntaxError("a part of it is not JSON");
  }
}

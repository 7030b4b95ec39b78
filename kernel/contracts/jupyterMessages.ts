/** The Jupyter messaging protocol version, which all front ends support. */
export const protocolVersion = "5.4";

export type ChannelName = "shell" | "control" | "iopub" | "stdin";

export interface MessageHeader {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** One message of the Jupyter protocol, on any transport. */
export interface JupyterMessage {
  channel: ChannelName;
  header: MessageHeader;
  /** The header of the message that caused this one; empty when none did. */
  parent_header: MessageHeader | Record<string, never>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  buffers: Uint8Array[];
  /** Routing prefixes of ZeroMQ; unused elsewhere. */
  identities?: Uint8Array[];
}

export interface KernelInfo {
  protocol_version: string;
  implementation: string;
  implementation_version: string;
  language_info: { name: string; version: string; mimetype: string; file_extension: string };
  banner: string;
}

let counter = 0;
const started = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** The session in the headers of messages from this side. */
export const ownSession: string = started;

/** A unique message id. */
export function newMessageId(): string {
  return `${started}-${++counter}`;
}

/** Creates a message from this side. */
export function newMessage(
  channel: ChannelName,
  type: string,
  content: Record<string, unknown>,
  rest: Partial<Pick<JupyterMessage, "parent_header" | "metadata" | "buffers" | "identities">> & {
    session?: string;
  } = {},
): JupyterMessage {
  const { session = started, ...others } = rest;
  const header: MessageHeader = {
    msg_id: newMessageId(),
    msg_type: type,
    session,
    username: "aen",
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  return { channel, header, parent_header: {}, metadata: {}, buffers: [], ...others, content };
}

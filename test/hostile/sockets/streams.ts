import { newMessage, type ChannelName } from "../../../kernel/contracts/jupyterMessages.js";
import type { SigningKey } from "../../../kernel/protocol/transport/signature.js";
import { toFrames } from "../../../kernel/protocol/transport/zeromqMessages.js";
import {
  encodeCommand,
  encodeMessage,
  encodeProperties,
} from "../../../kernel/protocol/transport/zmtp/zmtpEncoding.js";
import { greeting } from "../../../kernel/protocol/transport/zmtp/zmtpReader.js";
import type { Random } from "../../../kernel/random/random.js";

/** What somebody sends to a socket, and the name of the kind. */
export interface HostileStream {
  readonly kind: string;
  readonly bytes: Buffer;
}

const partner = {
  shell: "DEALER",
  control: "DEALER",
  stdin: "DEALER",
  iopub: "SUB",
  heartbeat: "REQ",
} as const;
export type SocketName = keyof typeof partner;
export const socketNames = Object.keys(partner) as SocketName[];

/** Streams of all kinds in turn, to one socket of a kernel; `key` is that of an attacker who has it. */
export function hostileStream(
  random: Random,
  turn: number,
  socket: SocketName,
  key: SigningKey,
): HostileStream {
  const kinds = Object.keys(makers) as (keyof typeof makers)[];
  const kind = kinds[turn % kinds.length];
  return { kind, bytes: makers[kind](random, socket, key) };
}

type Maker = (random: Random, socket: SocketName, key: SigningKey) => Buffer;

const makers = {
  "the five bytes": () => Buffer.of(1, 0, 2, 0, 0x61),
  "requests of browsers": (random) => Buffer.from(httpRequest(random), "latin1"),
  "random bytes": (random) => randomBytes(random, random.integer(2000)),
  "random bytes after the greeting": (random) =>
    Buffer.concat([greeting, randomBytes(random, random.integer(2000))]),
  "random bytes after the introduction": (random, socket) =>
    Buffer.concat([introduction(random, socket), randomBytes(random, random.integer(2000))]),
  "half-open connections": (random, socket) => {
    const whole = introduction(random, socket);
    return whole.subarray(0, random.integer(whole.length));
  },
  "sessions with changed bytes": (random, socket, key) => mutated(random, session(random, socket, key)),
  "sessions cut off": (random, socket, key) => {
    const whole = session(random, socket, key);
    return whole.subarray(0, random.integer(whole.length));
  },
  "sizes of up to 2^64": (random, socket) =>
    Buffer.concat([
      introduction(random, socket),
      Buffer.of(2 + random.integer(2)),
      randomBytes(random, 8),
      randomBytes(random, 500),
    ]),
  "messages of random frames": (random, socket) =>
    Buffer.concat([introduction(random, socket), ...encodeMessage(randomFrames(random))]),
  "commands of random names": (random, socket) =>
    Buffer.concat([
      introduction(random, socket),
      encodeCommand(
        ["PING", "PONG", "READY", "ERROR", "SUBSCRIBE", "CANCEL", "HELLO"][random.integer(7)],
        randomBytes(random, random.integer(300)),
      ),
    ]),
  "older versions of the protocol": (random, socket) => {
    const whole = Buffer.from(introduction(random, socket));
    whole[10] = random.integer(3);
    return whole;
  },
  "signed messages of strange contents": (random, socket, key) =>
    Buffer.concat([introduction(random, socket), ...signed(random, key)]),
  "floods of small frames": (random, socket) =>
    Buffer.concat([introduction(random, socket), Buffer.alloc(20_000).fill(Buffer.of(random.integer(2), 0))]),
} satisfies Record<string, Maker>;

function httpRequest(random: Random): string {
  const methods = ["GET", "POST", "OPTIONS", "HEAD", "PUT", "CONNECT"];
  const path = String.fromCharCode(33 + random.integer(90)).repeat(random.integer(3000));
  return `${methods[random.integer(methods.length)]} /${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
}

function introduction(random: Random, socket: SocketName): Buffer {
  const name = String.fromCharCode(97 + random.integer(26)).repeat(random.integer(4));
  const properties = encodeProperties({ "Socket-Type": partner[socket], Identity: name });
  return Buffer.concat([greeting, encodeCommand("READY", properties)]);
}

function session(random: Random, socket: SocketName, key: SigningKey): Buffer {
  if (socket === "iopub")
    return Buffer.concat([introduction(random, socket), ...encodeMessage(["\x01stream."])]);
  return Buffer.concat([introduction(random, socket), ...signed(random, key)]);
}

const types = [
  ...["kernel_info_request", "complete_request", "inspect_request", "is_complete_request", "history_request"],
  ...["comm_info_request", "comm_open", "comm_msg", "comm_close", "input_reply", "debug_request"],
  ...["aen.variables_request", "aen.diagnostics_request", "constructor", "__proto__", "toString", ""],
];

/** Bodies that a careless reader stumbles over. */
const contents: readonly object[] = [
  {},
  { code: 1, cursor_pos: "x", value: { toString: 1 }, pattern: { toString: 1 }, hist_access_type: "search" },
  { code: "aen.", cursor_pos: -1e308, comm_id: ["x"], data: null, target_name: {} },
  { code: "\ud800", cursor_pos: null, comm_id: "__proto__", target_name: "constructor", data: {} },
  { hist_access_type: "search", pattern: "*".repeat(30), n: -1, unique: true },
  { content: JSON.parse('{"__proto__": {"polluted": true}}') as unknown, comm_id: "", seq: {} },
];

function signed(random: Random, key: SigningKey): Uint8Array[] {
  const channel = (["shell", "control", "stdin"] as ChannelName[])[random.integer(3)];
  const content = contents[random.integer(contents.length)] as Record<string, unknown>;
  const message = newMessage(channel, types[random.integer(types.length)], content, { session: "attacker" });
  return encodeMessage(toFrames(message, key));
}

function mutated(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const changes = 1 + random.integer(6);
  for (let change = 0; change < changes; change++) copy[random.integer(copy.length)] = random.integer(256);
  if (!random.chance(0.3)) return copy;
  const [from, to] = [random.integer(copy.length), random.integer(copy.length)];
  return Buffer.concat([copy.subarray(0, from), copy.subarray(Math.min(from, to))]);
}

function randomFrames(random: Random): Uint8Array[] {
  const frames = Array.from({ length: 1 + random.integer(12) }, () =>
    randomBytes(random, random.integer(400)),
  );
  if (random.chance(0.5)) frames.splice(random.integer(frames.length), 0, Buffer.from("<IDS|MSG>"));
  return frames;
}

function randomBytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.integer(256)));
}

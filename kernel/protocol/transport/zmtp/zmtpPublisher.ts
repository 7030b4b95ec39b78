import type { ZmtpPeer } from "./zmtpPeer.js";
import { type ServerOptions, ZmtpServer } from "./zmtpServer.js";

/** The longest topic, and how many a subscriber may name. */
const limits = { bytes: 1 << 10, frames: 1 };
const mostTopics = 1000;

/** A PUB socket: what is sent goes to every peer that has subscribed to a beginning of its first frame. */
export class ZmtpPublisher {
  readonly server: ZmtpServer;
  /** How often each peer has subscribed to a topic. */
  readonly #topics = new WeakMap<ZmtpPeer, Map<string, number>>();

  constructor({ onRefused }: Pick<ServerOptions, "onRefused">) {
    this.server = new ZmtpServer({
      ...{ type: "PUB", limits, onRefused },
      onMessage: (peer, [first]) => {
        // ZMTP 3.0 sends a subscription as a message: 1 and the topic, or 0 to cancel it.
        if (first[0] === 1 || first[0] === 0) this.#subscribe(peer, first.subarray(1), first[0] === 1);
      },
      onCommand: (peer, name, topic) => {
        if (name === "SUBSCRIBE" || name === "CANCEL") this.#subscribe(peer, topic, name === "SUBSCRIBE");
      },
    });
  }

  send(frames: readonly (Uint8Array | string)[]): void {
    const first = Buffer.from(frames[0] as string).toString("latin1");
    for (const peer of this.server.peers) {
      const topics = this.#topics.get(peer);
      if (topics && [...topics.keys()].some((topic) => first.startsWith(topic))) peer.send(frames);
    }
  }

  #subscribe(peer: ZmtpPeer, topic: Buffer, more: boolean): void {
    const topics = this.#topics.get(peer) ?? new Map<string, number>();
    this.#topics.set(peer, topics);
    const name = topic.toString("latin1");
    const count = (topics.get(name) ?? 0) + (more ? 1 : -1);
    if (count <= 0) topics.delete(name);
    else topics.set(name, count);
    if (topics.size > mostTopics) peer.end("it subscribes to too many topics");
  }
}

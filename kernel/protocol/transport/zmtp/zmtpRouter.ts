import type { ZmtpPeer } from "./zmtpPeer.js";
import { type ServerOptions, ZmtpServer } from "./zmtpServer.js";

/**
 * A ROUTER socket: messages come with the identity of their sender in front, and go to the identity in front. Names are
 * chosen by peers, so one could take another's: answers go to whoever proved last that it holds the key under that name,
 * and to all of that name when none did.
 */
export class ZmtpRouter {
  readonly server: ZmtpServer;
  readonly #names = new Map<string, Set<ZmtpPeer>>();
  readonly #nameOf = new WeakMap<ZmtpPeer, Buffer>();
  #counter = 0;

  /** @param onMessage tells whether the message proved that its sender holds the key */
  constructor(
    options: Pick<ServerOptions, "limits" | "onRefused">,
    readonly onMessage: (frames: Buffer[]) => boolean,
  ) {
    this.server = new ZmtpServer({
      ...options,
      type: "ROUTER",
      onReady: (peer) => this.#enter(peer),
      onMessage: (peer, frames) => this.#receive(peer, frames),
      onClosed: (peer) => this.#leave(peer),
    });
  }

  /** Sends to the peers of the name in the first frame; to nobody when they have left, as ZeroMQ does. */
  send([name, ...frames]: readonly (Uint8Array | string)[]): void {
    const peers = [...(this.#names.get(keyOf(name)) ?? [])];
    const proven = peers.filter(({ isProven }) => isProven).at(-1);
    for (const peer of proven ? [proven] : peers) peer.send(frames);
  }

  #enter(peer: ZmtpPeer): void {
    const name = peer.identity.length > 0 ? peer.identity : this.#newName();
    this.#nameOf.set(peer, name);
    const key = keyOf(name);
    this.#names.set(key, (this.#names.get(key) ?? new Set()).add(peer));
  }

  #receive(peer: ZmtpPeer, frames: Buffer[]): void {
    const name = this.#nameOf.get(peer)!;
    if (!this.onMessage([name, ...frames])) return;
    peer.isProven = true;
    const peers = this.#names.get(keyOf(name))!;
    peers.delete(peer);
    peers.add(peer);
  }

  #leave(peer: ZmtpPeer): void {
    const name = this.#nameOf.get(peer);
    const peers = name && this.#names.get(keyOf(name));
    if (peers?.delete(peer) && peers.size === 0) this.#names.delete(keyOf(name!));
  }

  /** As ZeroMQ's own: a zero byte, with which no chosen name may begin, and a number. */
  #newName(): Buffer {
    const name = Buffer.alloc(5);
    name.writeUInt32BE((this.#counter = (this.#counter + 1) >>> 0), 1);
    return name;
  }
}

function keyOf(name: Uint8Array | string): string {
  return typeof name === "string" ? name : Buffer.from(name).toString("latin1");
}

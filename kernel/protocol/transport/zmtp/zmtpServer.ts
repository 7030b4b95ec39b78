import { chmodSync, lstatSync, rmSync } from "node:fs";
import { createServer, type ListenOptions, type Server } from "node:net";
import { networkInterfaces } from "node:os";
import { type SocketType, ZmtpPeer } from "./zmtpPeer.js";
import type { ZmtpLimits } from "./zmtpReader.js";

/** Where a socket listens: a TCP port of an address, or a path for programs of this machine. */
export type ZmtpAddress = { readonly ip: string; readonly port: number } | { readonly path: string };

export interface ServerOptions {
  readonly type: SocketType;
  readonly limits: ZmtpLimits;
  onReady?(peer: ZmtpPeer): void;
  onMessage(peer: ZmtpPeer, frames: Buffer[]): void;
  onCommand?(peer: ZmtpPeer, name: string, body: Buffer): void;
  onClosed?(peer: ZmtpPeer): void;
  /** Called when a connection was ended because of what came on it. */
  onRefused(reason: string): void;
}

/** Connections at a time; beyond it, the oldest that has proved nothing makes room. */
const mostPeers = 256;

/** Bytes of unfinished messages, over all connections without proof. */
const mostPending = 512 << 20;

/**
 * A listening ZeroMQ socket. Written here because the native library ends the process over a few malformed bytes, which
 * any page in a browser can send. Here a peer can at most end its own connection.
 */
export class ZmtpServer {
  readonly peers = new Set<ZmtpPeer>();
  readonly #server: Server;

  constructor(readonly options: ServerOptions) {
    this.#server = createServer({ keepAlive: true }, (socket) => {
      const { type, limits } = options;
      this.peers.add(
        new ZmtpPeer(socket, type, limits, {
          onReady: (peer) => options.onReady?.(peer),
          onMessage: (peer, frames) => options.onMessage(peer, frames),
          onCommand: (peer, name, body) => options.onCommand?.(peer, name, body),
          onBytes: () => this.#limitMemory(),
          onClosed: (peer, reason) => this.#forget(peer, reason),
        }),
      );
      this.#limitPeers();
    });
  }

  /** @throws Error (EADDRINUSE, EACCES, ...) when it cannot listen there */
  async listen(address: ZmtpAddress): Promise<void> {
    if ("path" in address) removeLeftOver(address.path);
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(listenOptions(address), () => {
        this.#server.off("error", reject);
        resolve();
      });
    });
    // Later errors concern single connections, such as too many open files.
    this.#server.on("error", (error) => this.options.onRefused(error.message));
    if ("path" in address) chmodSync(address.path, 0o600);
  }

  /** Stops listening; what has been sent is given so many milliseconds to leave. */
  async close(linger: number): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const { socket } of this.peers) {
      if (linger === 0) socket.destroy();
      else socket.end(() => socket.destroy());
    }
    const timer = setTimeout(() => this.peers.forEach(({ socket }) => socket.destroy()), linger);
    await closed;
    clearTimeout(timer);
  }

  #forget(peer: ZmtpPeer, reason: string | undefined): void {
    this.peers.delete(peer);
    this.options.onClosed?.(peer);
    if (reason !== undefined) this.options.onRefused(reason);
  }

  #limitPeers(): void {
    if (this.peers.size <= mostPeers) return;
    const all = [...this.peers].filter(({ isProven, socket }) => !isProven && !socket.destroyed);
    const weakest = all.find(({ isReady }) => !isReady) ?? all[0];
    weakest?.end("there are too many connections");
  }

  #limitMemory(): void {
    let [sum, largest] = [0, undefined as ZmtpPeer | undefined];
    for (const peer of this.peers) {
      if (peer.isProven || peer.socket.destroyed) continue;
      sum += peer.pending;
      if (!largest || peer.pending > largest.pending) largest = peer;
    }
    if (sum > mostPending) largest?.end("unfinished messages take too much memory");
  }
}

/** Addresses as ZeroMQ writes them: "*" is every address, and an interface such as "lo" its own. */
function listenOptions(address: ZmtpAddress): ListenOptions {
  if ("path" in address) return { path: address.path };
  const { ip, port } = address;
  if (ip === "*") return { host: "0.0.0.0", port };
  return { host: networkInterfaces()[ip]?.[0].address ?? ip, port };
}

/** A socket's file that a killed kernel has left; anything else stays, and listening fails. */
function removeLeftOver(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSocket()) rmSync(file, { force: true });
}

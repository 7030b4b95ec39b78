import { randomUUID } from "node:crypto";
import type { Channel, ChannelHost } from "../aen/host/channels.js";

/** A comm message of the Jupyter protocol. */
export interface CommMessage {
  readonly type: "comm_open" | "comm_msg" | "comm_close";
  readonly comm_id: string;
  readonly target_name?: string;
  readonly data: unknown;
  readonly buffers: readonly Uint8Array[];
}

/** Carries channels over comm messages. */
export class Comms implements ChannelHost {
  /** Takes the messages that this side sends; set by the transport. */
  onSend: (message: CommMessage) => void = () => {};
  readonly #open = new Map<string, CommChannel>();
  readonly #targets = new Map<string, (channel: Channel, data: unknown) => void>();

  open(target: string, data: unknown = {}, buffers: readonly Uint8Array[] = []): Channel {
    const channel = this.#add(randomUUID(), target);
    this.onSend({ type: "comm_open", comm_id: channel.id, target_name: target, data, buffers });
    return channel;
  }

  accept(target: string, onOpen: (channel: Channel, data: unknown) => void): () => void {
    this.#targets.set(target, onOpen);
    return () => void (this.#targets.get(target) === onOpen && this.#targets.delete(target));
  }

  /** Takes a message from the other side; a channel to a target that nobody accepts is closed again. */
  receive({ type, comm_id: id, target_name: target, data, buffers }: CommMessage): void {
    if (type === "comm_msg") return this.#open.get(id)?.deliver(data, buffers);
    if (type === "comm_close") return this.#open.get(id)?.closed();
    const accept = this.#targets.get(target ?? "");
    if (!accept) return this.onSend({ type: "comm_close", comm_id: id, data: {}, buffers: [] });
    accept(this.#add(id, target!), data);
  }

  /** The open channels by id, for `comm_info_request`. */
  info(target?: string): Record<string, { target_name: string }> {
    const entries = [...this.#open.values()].filter((each) => !target || each.target === target);
    return Object.fromEntries(entries.map((each) => [each.id, { target_name: each.target }]));
  }

  #add(id: string, target: string): CommChannel {
    const channel = new CommChannel(
      id,
      target,
      (message) => this.onSend(message),
      () => this.#open.delete(id),
    );
    this.#open.set(id, channel);
    return channel;
  }
}

class CommChannel implements Channel {
  readonly #listeners = new Set<(data: unknown, buffers: readonly Uint8Array[]) => void>();
  readonly #closing = new Set<() => void>();
  #isOpen = true;

  constructor(
    readonly id: string,
    readonly target: string,
    readonly post: (message: CommMessage) => void,
    readonly forget: () => void,
  ) {}

  send(data: unknown, buffers: readonly Uint8Array[] = []): void {
    if (this.#isOpen) this.post({ type: "comm_msg", comm_id: this.id, data, buffers });
  }

  onMessage(listener: (data: unknown, buffers: readonly Uint8Array[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  onClose(listener: () => void): void {
    this.#closing.add(listener);
  }

  close(data: unknown = {}): void {
    if (!this.#isOpen) return;
    this.post({ type: "comm_close", comm_id: this.id, data, buffers: [] });
    this.closed();
  }

  deliver(data: unknown, buffers: readonly Uint8Array[]): void {
    for (const listener of this.#listeners) listener(data, buffers);
  }

  closed(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.forget();
    for (const listener of this.#closing) listener();
  }
}

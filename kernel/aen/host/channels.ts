/**
 * A two-way connection between a value in the kernel and its view in a notebook (a "comm" of the Jupyter messaging
 * protocol 5.4). Data must be JSON; bytes are sent separately.
 */
export interface Channel {
  readonly id: string;
  send(data: unknown, buffers?: readonly Uint8Array[]): void;
  /** @returns a function that stops listening */
  onMessage(listener: (data: unknown, buffers: readonly Uint8Array[]) => void): () => void;
  /** Called once, when either side has closed the channel. */
  onClose(listener: () => void): void;
  close(data?: unknown): void;
}

/** Where channels are opened: the notebook session, if there is one. */
export interface ChannelHost {
  /**
   * Opens a channel to the views that listen on a target, e.g. `aen.whatIf`.
   *
   * @param data what the view needs to start
   */
  open(target: string, data?: unknown, buffers?: readonly Uint8Array[]): Channel;
  /**
   * Accepts channels that views open on a target.
   *
   * @returns a function that stops accepting channels
   */
  accept(target: string, onOpen: (channel: Channel, data: unknown) => void): () => void;
}

let host: ChannelHost | undefined;

/** The channel host; undefined outside a notebook (plain library use), where views stay static. */
export function channelHost(): ChannelHost | undefined {
  return host;
}

/** Called by the notebook session. */
export function setChannelHost(given: ChannelHost | undefined): void {
  host = given;
}

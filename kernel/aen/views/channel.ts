/**
 * A line between a value in the kernel and its view in a notebook, in both directions (a "comm" of the Jupyter
 * messaging protocol 5.4). Data must be JSON; bytes travel beside it.
 */
export interface Channel {
  readonly id: string;
  send(data: unknown, buffers?: readonly Uint8Array[]): void;
  /** @returns stops listening */
  onMessage(listener: (data: unknown, buffers: readonly Uint8Array[]) => void): () => void;
  /** Called once, when the other side (or this one) has closed the channel. */
  onClose(listener: () => void): void;
  close(data?: unknown): void;
}

/** Where channels are opened: the notebook session, where there is one. */
export interface ChannelHost {
  /**
   * Opens a channel to the views that listen to a target, for example `aen.whatIf`.
   *
   * @param data what the view needs to begin
   */
  open(target: string, data?: unknown, buffers?: readonly Uint8Array[]): Channel;
  /**
   * Accepts channels that views open to a target.
   *
   * @returns accepts no more
   */
  accept(target: string, onOpen: (channel: Channel, data: unknown) => void): () => void;
}

let host: ChannelHost | undefined;

/** The host of channels; undefined where no notebook is there (plain library use): views then stay still. */
export function channelHost(): ChannelHost | undefined {
  return host;
}

/** Called by the notebook session. */
export function setChannelHost(given: ChannelHost | undefined): void {
  host = given;
}

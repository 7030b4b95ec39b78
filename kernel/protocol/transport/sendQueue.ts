import type { JupyterMessage } from "../../contracts/jupyterMessages.js";

/** How long text waits for more, in milliseconds. */
const joiningTime = 8;

interface Queued {
  message: JupyterMessage;
  size: number;
}

/** Maximum length of the text that several writes are joined into. */
const joinedLength = 1 << 18;

/**
 * Sends messages one at a time, in order. While one is being sent, text that a cell writes to the same stream is
 * joined, so that a hundred thousand lines do not cost as many messages.
 */
export class SendQueue {
  #queue: Queued[] = [];
  #pumping: Promise<void> | undefined;

  constructor(
    readonly send: (message: JupyterMessage) => Promise<void>,
    /** Called with the size of each message sent. */
    readonly onSent: (size: number) => void,
  ) {}

  push(message: JupyterMessage, size: number): void {
    this.#queue.push({ message, size });
    this.#pumping ??= this.#pump();
  }

  /** Appends text to what the same cell last wrote to the same stream, if that is still queued. */
  join(cell: string, name: string, text: string, size: number): boolean {
    const last = this.#queue.at(-1);
    if (!last || last.size > joinedLength || last.message.header.msg_type !== "stream") return false;
    const { content, parent_header: parent } = last.message;
    if (parent.msg_id !== cell || content.name !== name) return false;
    content.text = (content.text as string) + text;
    last.size += size;
    return true;
  }

  /** Resolves once everything has been sent. */
  async drain(): Promise<void> {
    while (this.#pumping) await this.#pumping;
  }

  /** Whether only text is queued: a printing cell gets a moment to print more; everything else goes at once. */
  #isOnlyText(): boolean {
    return this.#queue.every(
      ({ message, size }) => message.header.msg_type === "stream" && size < joinedLength,
    );
  }

  async #pump(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      if (this.#isOnlyText()) await new Promise<void>((resolve) => setTimeout(resolve, joiningTime));
      const batch = this.#queue;
      this.#queue = [];
      for (const { message, size } of batch) {
        await this.send(message).catch(() => {});
        this.onSent(size);
      }
    }
    this.#pumping = undefined;
  }
}

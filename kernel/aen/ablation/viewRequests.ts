import { channelHost, type Channel, type ChannelHost } from "../views/channel.js";
import { viewCommTarget, type ViewRequest } from "../views/messages.js";

/** Answers requests of the views of one value; `reply` sends to the view that asked. */
export type ViewRequestHandler = (request: ViewRequest, reply: (message: unknown) => void) => void;

const handlers = new Map<string, ViewRequestHandler>();
const channels = new Set<Channel>();
let accepting: ChannelHost | undefined;

/**
 * Answers what views ask for `id` (the `run` or `study` of their payload) as long as a notebook is there.
 * @returns stops answering
 */
export function answerViewRequests(id: string, handler: ViewRequestHandler): () => void {
  handlers.set(id, handler);
  acceptChannels();
  return () => {
    if (handlers.get(id) === handler) handlers.delete(id);
  };
}

function acceptChannels(): void {
  const host = channelHost();
  if (!host || host === accepting) return;
  accepting = host;
  host.accept(viewCommTarget, (channel, first) => {
    channels.add(channel);
    channel.onClose(() => channels.delete(channel));
    channel.onMessage((data) => dispatch(channel, data));
    dispatch(channel, first);
  });
}

function dispatch(channel: Channel, data: unknown): void {
  if (typeof data !== "object" || data === null || !("type" in data)) return;
  const request = data as ViewRequest;
  const id = "study" in request ? request.study : "run" in request ? request.run : null;
  if (id !== null) handlers.get(id)?.(request, (message) => channel.send(message));
}

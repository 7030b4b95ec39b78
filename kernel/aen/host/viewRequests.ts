import { channelHost, type Channel, type ChannelHost } from "./channels.js";
import {
  type ClipFramesRequest,
  type RunAliveReply,
  viewCommTarget,
  type ViewReply,
  type ViewRequest,
  type WhatIfRequest,
} from "../../contracts/viewMessages.js";
import type { ClipPayload } from "../../contracts/payloads/clips.js";
import { messageOf } from "../../contracts/messageOf.js";

/** Answers requests from the views of one value; `reply` sends to the view that asked. */
export type ViewRequestHandler = (request: ViewRequest, reply: (message: unknown) => void) => void;

/** The requested clip with its frames; undefined if not available. */
export type ClipFramesSource = (request: ClipFramesRequest) => Promise<ClipPayload | undefined>;

let clipFrames: ClipFramesSource = () => Promise.resolve(undefined);

/** Sets the source of clip frames. */
export function answerClipFrames(source: ClipFramesSource): void {
  clipFrames = source;
}

const handlers = new Map<string, ViewRequestHandler>();
const channels = new Set<Channel>();
let accepting: ChannelHost | undefined;

/**
 * Answers view requests for `id` (the `run` or `study` of their payload) while a notebook is present.
 * @returns a function that stops answering
 */
export function answerViewRequests(id: string, handler: ViewRequestHandler): () => void {
  handlers.set(id, handler);
  hearViews();
  return () => {
    if (handlers.get(id) === handler) handlers.delete(id);
  };
}

/**
 * Starts listening to views, even before anything can answer them: a view in a saved notebook is told that its run or
 * study no longer exists.
 */
export function hearViews(): void {
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
  const id = "study" in request ? request.study : "run" in request ? request.run : "";
  const handler = handlers.get(id);
  if (request.type === "run-alive" || (request.type === "run-control" && !handler))
    channel.send({ type: "run-alive", run: id, alive: handler !== undefined } satisfies RunAliveReply);
  else if (request.type === "clip-frames") void sendFrames(request, channel);
  else if (handler) handler(request, (message) => channel.send(message));
  else if ("request" in request) channel.send(refusal(request));
}

async function sendFrames(request: ClipFramesRequest, channel: Channel): Promise<void> {
  const failed = (error: unknown): ViewReply => ({
    type: "clip-frames",
    request: request.request,
    message: `The frames could not be read: ${messageOf(error)}`,
  });
  const found = (clip: ClipPayload | undefined): ViewReply =>
    clip ? { type: "clip-frames", request: request.request, clip } : refusal(request);
  channel.send(await clipFrames(request).then(found, failed));
}

/** The reply to a request that nothing here can answer, so that no view waits forever. */
function refusal({ type, request }: ClipFramesRequest | WhatIfRequest): ViewReply {
  const message =
    type === "what-if"
      ? "The kernel no longer has this. Run its cell again to continue."
      : "The kernel does not have the frames of this clip. Run the cell that evaluates it again, then open it once more.";
  return { type, request, message };
}

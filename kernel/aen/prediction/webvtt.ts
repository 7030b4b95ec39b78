import type { LabelSpan } from "./labelSpans.js";

/**
 * Spans as a WebVTT file (W3C): a cue each, in order.
 * @param note a comment at its head
 */
export function webvtt(spans: readonly LabelSpan[], note: string): string {
  const head = `WEBVTT\n\nNOTE ${note.replaceAll(/\s+/g, " ").replaceAll("-->", "->")}\n`;
  return head + spans.map(cue).join("");
}

function cue({ from, to, label }: LabelSpan): string {
  return `\n${timestamp(from)} --> ${timestamp(to)}\n${escaped(label)}\n`;
}

/** 3723004 ms is "01:02:03.004". */
function timestamp(milliseconds: number): string {
  const pad = (value: number, width = 2) => String(value).padStart(width, "0");
  const seconds = Math.floor(milliseconds / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${clock.map((part) => pad(part)).join(":")}.${pad(milliseconds % 1000, 3)}`;
}

function escaped(text: string): string {
  const plain = text.replaceAll(/\s+/g, " ");
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

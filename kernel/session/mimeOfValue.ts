import { inspect } from "node:util";
import { displayMethod, isDisplayable } from "../contracts/mimeBundle.js";
import type { MimeData } from "../contracts/cellOutput.js";
import { packedPayload } from "../contracts/packedPayload.js";
import { viewMimeTypes } from "../contracts/viewMimeTypes.js";
import { messageOf } from "../contracts/messageOf.js";

/**
 * The MIME forms of a value: those from its own {@link displayMethod}, always with a text form. A view that fails to
 * draw itself is shown as text, with the reason.
 */
export function mimeBundle(value: unknown): MimeData | Promise<MimeData> {
  if (!isDisplayable(value)) return { "text/plain": textOf(value) };
  try {
    const bundle = value[displayMethod]();
    return isAwaited(bundle) ? later(bundle, value) : withText(bundle, value);
  } catch (error) {
    return failed(value, error);
  }
}

function isAwaited(bundle: unknown): bundle is PromiseLike<MimeData> {
  return typeof (bundle as { then?: unknown } | null | undefined)?.then === "function";
}

async function later(bundle: PromiseLike<MimeData>, value: unknown): Promise<MimeData> {
  try {
    return withText(await bundle, value);
  } catch (error) {
    return failed(value, error);
  }
}

/** @throws TypeError when the data is no MIME bundle */
function withText(data: MimeData, value: unknown): MimeData {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new TypeError(
      `its method [Symbol.for("Jupyter.display")] gives ${textOf(data)}, not data by MIME type such as { "text/html": "<b>a</b>" }`,
    );
  const packed = withPackedViews(data);
  return "text/plain" in packed ? packed : { ...packed, "text/plain": textOf(value) };
}

const viewTypes: readonly string[] = Object.values(viewMimeTypes);

/** Payloads of views in the form in which notebooks save them. */
function withPackedViews(data: MimeData): MimeData {
  const packed = Object.entries(data)
    .filter(([type, payload]) => viewTypes.includes(type) && typeof payload === "object" && payload !== null)
    .map(([type, payload]) => [type, packedPayload(payload as object)] as const);
  return packed.length === 0 ? data : { ...data, ...Object.fromEntries(packed) };
}

function failed(value: unknown, error: unknown): MimeData {
  const reason = messageOf(error);
  return { "text/plain": `${textOf(value)}\n(This value failed to display itself: ${reason})` };
}

/** A value as a terminal would show it. */
export function textOf(value: unknown): string {
  if (isTensor(value)) return tensorText(value);
  try {
    return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, compact: 3 });
  } catch (error) {
    return `[a value that cannot be displayed: ${String((error as Error)?.message ?? error)}]`;
  }
}

interface TensorLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly isDisposed: boolean;
  toString(verbose?: boolean): string;
}

function isTensor(value: unknown): value is TensorLike {
  if (typeof value !== "object" || value === null) return false;
  const candidate = value as Partial<TensorLike> & { dataId?: unknown; rankType?: unknown };
  return Array.isArray(candidate.shape) && typeof candidate.dtype === "string" && "dataId" in candidate;
}

function tensorText(tensor: TensorLike): string {
  const kind = `Tensor ${tensor.dtype} [${tensor.shape.join(", ")}]`;
  if (tensor.isDisposed) return `${kind} (disposed)`;
  try {
    return `${kind}\n${tensor.toString().replace(/^Tensor\n/, "")}`;
  } catch {
    return kind;
  }
}

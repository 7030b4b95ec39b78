import { createHmac, timingSafeEqual } from "node:crypto";

/** How messages are signed; an empty key means that they are not. */
export interface SigningKey {
  readonly key: string;
  /** As the connection file names it: "hmac-sha256". */
  readonly scheme: string;
}

/** The signature of a message's four JSON parts, in hexadecimal. */
export function sign({ key, scheme }: SigningKey, parts: readonly Uint8Array[]): string {
  if (key === "") return "";
  const hmac = createHmac(scheme.replace(/^hmac-/, ""), key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Whether a signature is that of the parts, compared in constant time. */
export function isSigned(key: SigningKey, parts: readonly Uint8Array[], signature: Uint8Array): boolean {
  if (key.key === "") return true;
  const expected = Buffer.from(sign(key, parts), "utf8");
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

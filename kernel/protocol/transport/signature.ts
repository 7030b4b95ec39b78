import { createHmac, getHashes, timingSafeEqual } from "node:crypto";

/** How messages are signed; an empty key means unsigned. */
export interface SigningKey {
  readonly key: string;
  /** As named in the connection file: "hmac-sha256". */
  readonly scheme: string;
}

/**
 * Checks that this Node can sign as the connection file asks.
 * @throws Error that names the scheme and what is known
 */
export function checkScheme({ key, scheme }: SigningKey): void {
  if (key === "") return;
  const hash = /^hmac-(.+)$/.exec(String(scheme))?.[1];
  if (hash !== undefined && getHashes().includes(hash)) return;
  throw new Error(
    `The connection file asks for the signature scheme ${JSON.stringify(scheme)}, which is unknown here. ` +
      'Start the kernel with "hmac-sha256", Jupyter\'s default (Session.signature_scheme in its configuration).',
  );
}

/** The signature of a message's four JSON parts, in hexadecimal. */
export function sign({ key, scheme }: SigningKey, parts: readonly Uint8Array[]): string {
  if (key === "") return "";
  const hmac = createHmac(scheme.replace(/^hmac-/, ""), key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Whether a signature matches the parts, compared in constant time. */
export function isSigned(key: SigningKey, parts: readonly Uint8Array[], signature: Uint8Array): boolean {
  if (key.key === "") return true;
  const expected = Buffer.from(sign(key, parts), "utf8");
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

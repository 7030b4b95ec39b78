import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../../files/writeAtomically.js";

/** Bytes of a seal, and of the secret behind it. */
export const sealLength = 32;

let ownSecret: Buffer | undefined;

/**
 * The user's secret, from a file that only the user can read; made when missing. Where there is no place for it, a secret
 * of this process: then what other processes have sealed is not used.
 */
export function sealingSecret(file: string | undefined): Buffer {
  const kept = file === undefined ? undefined : (read(file) ?? make(file));
  return kept ?? (ownSecret ??= randomBytes(sealLength));
}

/** The keyed digest that binds a content to the key it is stored under: who lacks the secret cannot write one. */
export function sealOf(secret: Buffer, key: string, content: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(`${key.length}:${key}`).update(content).digest();
}

export function isSealed(secret: Buffer, key: string, content: Uint8Array, seal: Uint8Array): boolean {
  return seal.length === sealLength && timingSafeEqual(sealOf(secret, key, content), seal);
}

function read(file: string): Buffer | undefined {
  try {
    const secret = readFileSync(file);
    return secret.length === sealLength ? secret : undefined;
  } catch {
    return undefined;
  }
}

/** Of several processes that begin at once, one makes it and the others read it. */
function make(file: string): Buffer | undefined {
  try {
    makeFolder(path.dirname(file), 0o700);
    writeFileSync(file, randomBytes(sealLength), { flag: "wx", mode: 0o600 });
  } catch {
    // Another process was first, or there is no place for it.
  }
  return read(file);
}

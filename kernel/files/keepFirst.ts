import { truncateSync } from "node:fs";

/**
 * Cuts a file off behind its first bytes.
 * @throws the system's error
 */
export function keepFirst(file: string, bytes: number): void {
  truncateSync(file, bytes);
}

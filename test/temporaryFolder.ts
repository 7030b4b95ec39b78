import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** A new folder that is removed when the tests of the surrounding `describe` are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "aen-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

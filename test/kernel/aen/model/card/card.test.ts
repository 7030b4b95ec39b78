import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Card } from "../../../../../kernel/aen/model/card/card.js";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

class Small extends Card {
  override toString(): string {
    return "# Small\n";
  }
}

describe("a card", () => {
  const folder = temporaryFolder();

  it("shows itself as Markdown, and is saved as it shows itself, in a folder that need not exist", async () => {
    const card = new Small();
    assert.deepEqual(card[displayMethod](), { "text/markdown": "# Small\n", "text/plain": "# Small\n" });
    const file = path.join(folder, "cards", "CARD.md");
    await card.save(file);
    assert.equal(readFileSync(file, "utf8"), "# Small\n");
  });
});

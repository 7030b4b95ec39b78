import "../../standIn/register.js";
import assert from "node:assert/strict";
import path from "node:path";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { until } from "../../../until.js";
import type * as standIn from "../../standIn/vscode.js";
import { eventsText, runRecord, writeRecord } from "../records.js";

const { asked, Uri } = (await import("vscode")) as unknown as typeof standIn;
const { showComparison } = await import("../../../../extension/runs/page/showComparison.js");

describe("a comparison that is opened", () => {
  const root = temporaryFolder();

  it("reads the runs' records, the earliest first, whenever its page is made anew", async () => {
    const made = (id: string) =>
      runRecord(id, { folder: writeRecord(path.join(root, id), { "events.jsonl": eventsText([0.5]) }) });
    await showComparison(Uri.file("/ext") as never, [made("2"), made("1")]);
    const panel = asked.panels.at(-1)!;
    assert.equal(panel.title, "1 and 2");
    panel.sent.fire({ type: "ready" });
    await until("the page is posted", () => panel.posted.length > 0);
    const [{ page }] = panel.posted as { page: { subtitle: string; sections: { heading: string }[] } }[];
    assert.equal(page.subtitle, "1 · 2");
    assert.ok(page.sections.some(({ heading }) => heading === "Curves"));
    panel.closed.fire();
  });
});

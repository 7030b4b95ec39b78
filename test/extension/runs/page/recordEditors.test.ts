import "../../standIn/register.js";
import assert from "node:assert/strict";
import path from "node:path";
import type { PageUpdate } from "../../../../kernel/contracts/recordPage.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { until } from "../../../until.js";
import type * as standIn from "../../standIn/vscode.js";
import { eventsText, writeRecord } from "../records.js";

const { asked, happenings, Panel, Uri } = (await import("vscode")) as unknown as typeof standIn;
const { registerRecordEditors } = await import("../../../../extension/runs/page/recordEditors.js");

describe("the editors of records", () => {
  const root = temporaryFolder();
  let changed = 0;
  before(() => registerRecordEditors(Uri.file("/ext") as never, () => changed++));
  const open = (viewType: string, folder: string, name: string) => {
    const panel = new Panel("page");
    asked.customEditors.get(viewType)!.resolveCustomEditor({ uri: Uri.file(path.join(folder, name)) }, panel);
    return panel;
  };
  const latest = async (panel: InstanceType<typeof Panel>) => {
    await until("the page is posted", () => panel.posted.length > 0);
    return (panel.posted.splice(0) as Extract<PageUpdate, { type: "page" }>[]).find(
      ({ type }) => type === "page",
    )!.page;
  };

  it("show a run, follow its files, and carry out the commands of its buttons alone", async () => {
    const folder = writeRecord(path.join(root, ".aen", "runs", "r1"), {
      "run.json": {},
      "events.jsonl": eventsText([0.5]),
    });
    const panel = open("aen.run", folder, "run.json");
    panel.sent.fire({ type: "ready" });
    assert.match((await latest(panel)).subtitle, /^r1 · finished · UAR 50\.0 %/);
    writeRecord(folder, { "events.jsonl": eventsText([0.5, 0.6]) });
    happenings.file.fire();
    assert.match((await latest(panel)).subtitle, /UAR 60\.0 %/);
    panel.sent.fire({ type: "notes", notes: { name: "named", tags: [], text: "" } });
    assert.equal((await latest(panel)).title, "named");
    assert.equal(changed, 1, "the tree shows the name too");
    asked.executed.length = 0;
    for (const action of ["workbench.action.quit", "toString", "delete"])
      panel.sent.fire({ type: "action", action });
    await until("the command is carried out", () => asked.executed.length > 0);
    assert.deepEqual(
      asked.executed.map(([id, record]) => [id, (record as { id: string }).id]),
      [["aen.runs.delete", "r1"]],
    );
    panel.closed.fire();
  });

  it("show a study, and say where there is none", async () => {
    const folder = writeRecord(path.join(root, ".aen", "studies", "s1"), { "plan.json": { name: "mine" } });
    const panel = open("aen.study", folder, "plan.json");
    panel.sent.fire({ type: "ready" });
    assert.equal((await latest(panel)).title, "mine");
    const none = open("aen.study", path.join(root, "none"), "plan.json");
    none.sent.fire({ type: "ready" });
    assert.match((await latest(none)).subtitle, /no record of a study/);
    for (const each of [panel, none]) each.closed.fire();
  });
});

import "../../standIn/register.js";
import assert from "node:assert/strict";
import type { RecordPage } from "../../../../kernel/contracts/recordPage.js";
import { until } from "../../../until.js";
import type * as standIn from "../../standIn/vscode.js";

const { asked, Panel, Uri } = (await import("vscode")) as unknown as typeof standIn;
const { PagePanel } = await import("../../../../extension/runs/page/pagePanel.js");

const page = (title: string): RecordPage => ({ title, subtitle: "", actions: [], notes: null, sections: [] });

describe("a page in a web view", () => {
  const opened = (source: Partial<ConstructorParameters<typeof PagePanel>[2]>) => {
    const panel = new Panel("a <b>");
    const whole = { build: async () => page("one"), act: () => undefined, ...source };
    return { panel, page: new PagePanel(panel as never, Uri.file("/ext") as never, whole) };
  };
  const posted = async (panel: InstanceType<typeof Panel>, count: number) => {
    await until("it is posted", () => panel.posted.length >= count);
    return panel.posted.splice(0);
  };

  it("may run our scripts alone, and loads nothing from elsewhere", () => {
    const { html, options } = opened({}).panel.webview;
    assert.match(html, /default-src 'none'; script-src https:\/\/web\.view 'nonce-[0-9a-f]{32}'/);
    assert.match(html, /src="https:\/\/web\.view\/ext\/dist\/media\/recordPage\/record\.webview\.js"/);
    assert.match(html, /<title>a &#60;b&#62;<\/title>/);
    assert.equal((options as { enableScripts: boolean }).enableScripts, true);
  });

  it("is sent when it is ready, and says why where the record is gone", async () => {
    const { panel } = opened({});
    panel.sent.fire({ type: "ready" });
    assert.deepEqual(await posted(panel, 1), [{ type: "page", page: page("one") }]);
    const gone = opened({ build: () => Promise.reject(new Error("gone")) }).panel;
    gone.sent.fire({ type: "ready" });
    const [update] = (await posted(gone, 1)) as { page: RecordPage }[];
    assert.deepEqual([update.page.title, update.page.subtitle], ["The record cannot be shown", "gone"]);
  });

  it("writes notes and says so, or says why it could not", async () => {
    const written: unknown[] = [];
    const notes = { name: "n", tags: [], text: "" };
    const { panel } = opened({ write: (given) => void written.push(given) });
    panel.sent.fire({ type: "notes", notes });
    assert.deepEqual((await posted(panel, 2)).at(-1), { type: "saved" });
    assert.deepEqual(written, [notes]);
    asked.messages.length = 0;
    const full = () => {
      throw new Error("the disk is full");
    };
    opened({ write: full }).panel.sent.fire({ type: "notes", notes });
    assert.match(asked.messages[0], /could not be saved: the disk is full/);
  });

  it("of several versions shows the last, and none once it is closed", async () => {
    const waiting: ((shown: RecordPage) => void)[] = [];
    const { panel, page: shown } = opened({ build: () => new Promise((resolve) => waiting.push(resolve)) });
    const all = [shown.show(), shown.show()];
    waiting[1](page("second"));
    waiting[0](page("first"));
    await Promise.all(all);
    assert.deepEqual(panel.posted.splice(0), [{ type: "page", page: page("second") }]);
    const late = shown.show();
    panel.closed.fire();
    waiting[2](page("third"));
    await late;
    assert.deepEqual(panel.posted, []);
  });
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { escapeHtml } from "../../../../kernel/notebook/html/escape.js";
import { withBrowser } from "../../../media/withBrowser.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { fetchingHtml, scriptHtml } from "./hostile/hostileHtml.js";
import { hostileNotebooks } from "./hostile/hostileNotebooks.js";
import { PageWatch } from "./hostile/pageWatch.js";

describe("the page of a notebook that somebody else wrote", function () {
  this.timeout(120_000);
  const test = withBrowser();
  const folder = temporaryFolder();
  let watch: PageWatch;

  before(async () => void (watch = await PageWatch.open(test.browser(), folder)));
  after(() => watch?.close());

  it("runs no script and asks for nothing, in 150 notebooks that try", async () => {
    const notebooks = hostileNotebooks(watch.listener.address);
    assert.ok(notebooks.length >= 150, String(notebooks.length));
    const failures: string[] = [];
    for (const isClicked of [false, true]) {
      const group = notebooks.filter((one) => (one.isClicked ?? false) === isClicked);
      for (let at = 0; at < group.length; at += 8) {
        const some = group.slice(at, at + 8);
        const seen = await watch.happenings(await watch.pageOf(some), isClicked);
        failures.push(...seen.map((what) => `${what} by one of ${some.map(({ name }) => name).join("; ")}`));
      }
    }
    assert.deepEqual(failures, []);
  });

  it("is opened by a browser in which the same tries succeed where nothing stops them", async () => {
    const plain = path.join(folder, "plain.html");
    const tries = (address: string, number: number) =>
      [...scriptHtml, ...fetchingHtml(address)][number].replaceAll("hit()", `hit(${number})`);
    const count = scriptHtml.length + fetchingHtml("").length;
    const frames = Array.from({ length: count }, (_, number) => {
      const html = tries(`${watch.listener.address}try${number}/`, number);
      return `<iframe srcdoc="${escapeHtml(`<!doctype html><body>${html}`)}"></iframe>`;
    });
    writeFileSync(plain, `<!doctype html><meta charset="utf-8"><body>${frames.join("")}`);
    const seen = (await watch.happenings(plain)).join("\n");
    const happened = (number: number) =>
      seen.includes(`script ${number} ran`) || seen.includes(`/try${number}/`);
    const silent = frames.map((_, number) => number).filter((number) => !happened(number));
    assert.deepEqual(
      silent.map((number) => tries("", number)),
      [],
    );
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Random } from "../../../kernel/random/random.js";
import {
  type HostileNotebook,
  hostileNotebooks,
} from "../../kernel/notebook/html/hostile/hostileNotebooks.js";
import { PageWatch } from "../../kernel/notebook/html/hostile/pageWatch.js";
import { launchBrowser } from "../../media/browser.js";
import { Attempts, type Row } from "../row.js";

/** Notebooks put together at random from the cells of all others. */
const mixed = 600;

/** Opens the page of each hostile notebook alone, and of mixtures of them, and clicks the links of those that have some. */
export async function attack(): Promise<Row[]> {
  execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
  const browser = await launchBrowser();
  if (!browser) throw new Error("There is no Chromium to open pages in.");
  const folder = mkdtempSync(path.join(tmpdir(), "aen-hostile-pages-"));
  try {
    const watch = await PageWatch.open(browser, folder);
    const notebooks = hostileNotebooks(watch.listener.address);
    return [
      await openAll("pages: notebooks that try to run or fetch something", watch, notebooks),
      await openAll("pages: the same, mixed at random", watch, mixtures(notebooks)),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openAll(what: string, watch: PageWatch, notebooks: readonly HostileNotebook[]): Promise<Row> {
  const attempts = new Attempts(what);
  for (const notebook of notebooks) {
    const seen = await watch.happenings(await watch.pageOf([notebook]), notebook.isClicked);
    attempts.count(1, seen.length > 0 ? `${seen.join(", ")} by ${notebook.name}` : undefined);
  }
  return attempts.row;
}

/** Each has two to six notebooks' cells in any order, so that what one leaves open another may use. */
function mixtures(notebooks: readonly HostileNotebook[]): HostileNotebook[] {
  return Array.from({ length: mixed }, (_, number) => {
    const random = new Random("pages", number);
    const some = Array.from({ length: 2 + random.integer(5) }, () => random.pick(notebooks));
    return {
      name: some.map(({ name }) => name).join("; "),
      cells: some.flatMap(({ cells }) => cells),
      isClicked: some.every(({ isClicked }) => isClicked),
    };
  });
}

import assert from "node:assert/strict";
import type { LessonCell } from "../../../../kernel/exercises/exerciseCell.js";
import type * as lessonWatch from "../../../../media/jupyterlab/exercises/lessonWatch.js";
import { modulePage } from "../../modulePage.js";
import { released } from "./fakeNotebook.js";

/** What a test does with the page's notebook. */
interface Shown {
  readonly watch: lessonWatch.LessonWatch;
  readonly sources: string[];
  /** As after an edit. */
  changed(): void;
}

describe("a lesson that is watched in JupyterLab", () => {
  const test = modulePage();
  const inPage = test.loading<typeof lessonWatch>("jupyterlab/exercises/lessonWatch");

  beforeEach(() =>
    inPage(
      ({ LessonWatch, place, note }, { cells, metadata }) => {
        class Widget {
          readonly node = place();
          isDisposed = false;
          setHidden(isHidden: boolean) {
            this.node.hidden = isHidden;
          }
          dispose() {
            this.node.remove();
          }
        }
        const sources = cells.map(({ source }) => String(source));
        const listeners = new Set<() => void>();
        const contentChanged = {
          connect: (slot: () => void) => listeners.add(slot).size > 0,
          disconnect: (slot: () => void) => listeners.delete(slot),
        };
        const widgets = cells.map((cell, at) => ({
          ...new Widget(),
          ready: Promise.resolve(),
          layout: { insertWidget: () => {} },
          model: {
            sharedModel: {
              cell_type: cell.cell_type,
              getSource: () => sources[at],
              setSource: (text: string) => void (sources[at] = text),
              getMetadata: () => cell.metadata!,
              setMetadata: () => {},
              deleteMetadata: () => {},
            },
          },
        }));
        const silent = { connect: () => true, disconnect: () => true };
        const content = {
          ...{ widgets, modelChanged: silent, activeCellIndex: 2, activate: () => note("activate") },
          model: { contentChanged, sharedModel: { getMetadata: () => metadata } },
        };
        const panel = {
          content,
          contentHeader: { addWidget: () => {} },
          disposed: silent,
          sessionContext: null,
        };
        const actions = Object.fromEntries(
          ["check", "hint", "reset", "showSolution"].map((name) => [name, () => `${name} is done`]),
        );
        const tell = (words: string) => note(words);
        const watch = new LessonWatch(panel as never, Widget, "en", actions as never, tell);
        const changed = () => listeners.forEach((slot) => slot());
        Object.assign(globalThis, { shown: { watch, sources, changed, content } });
      },
      { cells: released.cells as readonly LessonCell[], metadata: released.metadata },
    ),
  );
  const inShown = (act: (shown: Shown) => void) => test.page.evaluate(`(${String(act)})(globalThis.shown)`);

  it("has bars at its exercises", async () => {
    const groups = test.page.getByRole("group", { name: "Exercise check" });
    await groups.first().waitFor();
    assert.equal(await groups.count(), 2);
    await test.page.getByRole("group", { name: "Free answer" }).waitFor();
    await groups.getByRole("button", { name: "Hint" }).click();
    await test.page.getByText("hint is done").waitFor();
  });

  it("tells of a cell once it has changed, and no longer once it is restored", async () => {
    await inShown(({ sources, changed }) => {
      sources[0] = "mine";
      changed();
    });
    const alert = test.page.getByRole("alert");
    await alert.getByText("1 locked cell of this lesson is changed.").waitFor();
    await alert.getByRole("button", { name: "Restore" }).click();
    assert.deepEqual(await test.noted(2), [
      "activate",
      "The lesson's locked cells are as they were handed out. Your answers have stayed.",
    ]);
    await inShown(({ changed }) => changed());
    await alert.waitFor({ state: "hidden" });
  });

  it("does what commands ask for at the active cell, and tells of it where the buttons are", async () => {
    await test.page.getByRole("button", { name: "Hint" }).waitFor();
    await inShown(({ watch }) => watch.actAtActiveCell("reset"));
    await test.page
      .getByRole("group")
      .filter({ has: test.page.getByRole("button", { name: "Hint" }) })
      .getByText("reset is done")
      .waitFor();
    await inShown((shown) => {
      (shown as unknown as { content: { activeCellIndex: number } }).content.activeCellIndex = 0;
      shown.watch.actAtActiveCell("check");
    });
    assert.deepEqual(await test.noted(1), ["Select a cell of an exercise first."]);
  });
});

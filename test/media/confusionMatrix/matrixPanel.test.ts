import assert from "node:assert/strict";
import { lightTheme } from "../../../kernel/figures/theme.js";
import type * as matrixPanel from "../../../media/confusionMatrix/matrixPanel.js";
import type * as matrixState from "../../../media/confusionMatrix/matrixState.js";
import type { MatrixState } from "../../../media/confusionMatrix/matrixState.js";
import { drawn } from "../drawn.js";
import { modulePage } from "../modulePage.js";
import { smallClip, smallLabels } from "../smallClips.js";

const clips = [
  smallClip("happy", 0, 0, {
    frames: {
      numbers: [0, 1],
      pseudo: [
        [1, 0, 0],
        [0, 1, 0],
      ],
    },
  }),
  smallClip("sad", 1, 1),
  smallClip("sad for angry 1", 1, 2),
  smallClip("sad for angry 2", 1, 2),
  smallClip("unlabelled", null, 2),
];

describe("a matrix with the clips of its cells", () => {
  const test = modulePage();
  const inPage = test.loading<typeof matrixPanel & typeof matrixState>(
    ...["confusionMatrix/matrixPanel", "confusionMatrix/matrixState"],
  );

  /** Places a matrix whose owner keeps its state, notes what is asked of the kernel, and says what is selected. */
  async function place(state: Partial<MatrixState> = {}): Promise<void> {
    await inPage(
      ({ MatrixPanel, initialMatrixState, html, show, host, note }, given) => {
        let kept: MatrixState = { ...initialMatrixState, ...given.state };
        const source = {};
        const panel = new MatrixPanel({
          host,
          source,
          keep: (change) => (kept = { ...kept, ...change }),
          set: (change) => {
            kept = { ...kept, ...change };
            draw();
          },
        });
        const draw = () => {
          panel.show({ ...given.contents, title: "Test clips", beta: 0.3, state: kept, width: 600 });
          show(html`${panel.drawing.element} ${panel.list()} ${panel.frames()}`);
        };
        host.shared.offerFrames(given.contents.clips, given.contents.labels);
        draw();
        const selected = () => {
          const { selection } = host.shared;
          return selection && [selection.source === source, selection.words, ...selection.clips];
        };
        Object.assign(globalThis, {
          selected,
          state: () => kept,
          table: () => panel.table,
          hear: (reply: object) => {
            note(panel.takeFrames(reply));
            draw();
          },
        });
      },
      { contents: { labels: smallLabels, clips, theme: lightTheme }, state },
    );
    await drawn(test.page);
  }
  const call = <T>(name: string, given?: unknown): Promise<T> =>
    inPage((_, [which, what]) => (globalThis as unknown as Record<string, (x: unknown) => T>)[which](what), [
      name,
      given,
    ] as const);
  const cell = (words: string) => test.page.locator(`path[aria-label^="${words}"]`);
  const clip = (id: string) => test.page.locator("button.clip", { hasText: id });
  const button = (name: string) => test.page.getByRole("button", { name });
  const focused = () => test.page.locator(":focus").getAttribute("aria-label");

  it("selects for the page the clips of the cell that is chosen, and none when it is chosen again", async () => {
    await place();
    await cell("Sad, taken for Angry").click();
    const words = "Sad, taken for Angry";
    assert.deepEqual(await call("selected"), [true, words, "sad for angry 1", "sad for angry 2"]);
    assert.equal(await test.page.getByRole("region", { name: `${words}: 2 clips` }).count(), 1);
    await drawn(test.page);
    assert.equal(await cell(words).getAttribute("aria-pressed"), "true");
    await cell(words).click();
    assert.equal(await call("selected"), null);
    assert.equal(await test.page.getByRole("region").count(), 0);
  });

  it("leaves the focus on the cell that the keyboard chose, and gives it back when the list is closed", async () => {
    await place();
    await cell("Sad, recognised").focus();
    await test.page.keyboard.press("Enter");
    await drawn(test.page);
    assert.match((await focused())!, /^Sad, recognised/);
    await button("Close").press("Enter");
    await drawn(test.page);
    assert.equal(await call("selected"), null);
    assert.match((await focused())!, /^Sad, recognised/);
  });

  it("counts a folded group as one class, whose cell holds the clips of all its emotions", async () => {
    await place({ folded: [1] });
    await cell("Negative, recognised").click();
    assert.deepEqual(await call("selected"), [
      ...[true, "Negative, recognised", "sad", "sad for angry 1", "sad for angry 2"],
    ]);
    await drawn(test.page);
    await button("Open Negative").first().click();
    assert.deepEqual((await call<MatrixState>("state")).folded, []);
    assert.equal(await test.page.getByRole("region").count(), 0, "the cell is there no more");
  });

  it("opens the frames that are in the page without asking, at the first frame", async () => {
    await place({ frame: 1 });
    await cell("Happy, recognised").click();
    await clip("happy").click();
    assert.equal(
      await test.page.getByRole("slider", { name: "Frame of happy" }).getAttribute("aria-valuenow"),
      "0",
    );
    assert.deepEqual(await test.noted(), []);
    await test.page.getByRole("slider").press("End");
    assert.equal((await call<MatrixState>("state")).frame, 1);
    await test.page
      .getByRole("region", { name: "Frames of happy" })
      .getByRole("button", { name: "Close" })
      .click();
    assert.equal((await call<MatrixState>("state")).openClip, null);
    assert.equal(
      await test.page.locator(":focus").getAttribute("title"),
      "happy",
      "the focus is on its clip again",
    );
    await clip("happy").press("Enter");
    await clip("happy").press("Enter");
    assert.equal((await call<MatrixState>("state")).openClip, null, "a second press closes them too");
  });

  it("asks the kernel for others with the scores by which it knows the evaluation, and shows its answer", async () => {
    await place();
    await cell("Sad, recognised").click();
    await clip("sad").click();
    const [sad] = clips.filter(({ id }) => id === "sad");
    const asked = { type: "clip-frames", request: "sad", clip: "sad", emotion: sad.emotion };
    assert.deepEqual(await test.noted(), [asked]);
    const panel = test.page.getByRole("region", { name: "Frames of sad" });
    assert.match(await panel.innerText(), /Reading the frames …/);
    await call("hear", { request: "sad", message: "They are not kept." });
    assert.match(await panel.innerText(), /They are not kept\./);
    await call("hear", { request: "sad", clip: { ...sad, frames: { numbers: [0] } } });
    assert.equal(await panel.getByRole("slider").count(), 1);
    assert.deepEqual(await test.noted(), ["They are not kept.", null]);
  });

  it("has nothing to show for a cell that is kept from another label set", async () => {
    await place({ selected: { truth: [7], guess: [1, 2, 3] }, openClip: "happy" });
    assert.equal(await test.page.getByRole("region").count(), 0);
    assert.equal(await call("selected"), null);
  });

  it("counts the labelled clips in its table", async () => {
    await place();
    const { rows } = await call<{ rows: unknown[][] }>("table");
    assert.deepEqual(
      rows.slice(0, 3).map((row) => row.slice(1, 4)),
      [
        [1, 0, 0],
        [0, 1, 2],
        [0, 0, 0],
      ],
    );
  });
});

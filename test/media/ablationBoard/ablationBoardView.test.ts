import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { AblationBoardPayload } from "../../../kernel/contracts/payloads/ablationBoard.js";
import type * as boardView from "../../../media/ablationBoard/ablationBoardView.js";
import { drawn } from "../drawn.js";
import { ablationPayload } from "../examplePayloads.js";
import { modulePage } from "../modulePage.js";

const payload = ablationPayload();

describe("the board of an ablation", () => {
  const test = modulePage();
  const inPage = test.loading<typeof boardView>("ablationBoard/ablationBoardView");
  async function place(change: Partial<AblationBoardPayload> = {}, width = 780): Promise<void> {
    await inPage(
      ({ AblationBoardView, host, place, answer }, [given, wide]) => {
        const element = Object.assign(place(), { id: "board" });
        element.style.width = `${wide}px`;
        const view = new AblationBoardView(element, given, host);
        view.start();
        Object.assign(globalThis, { view, answer });
      },
      [{ ...payload, ...change }, width] as const,
    );
    await drawn(test.page);
  }
  const arm = (name: string) => test.page.locator(`path[aria-label^="${name}"]`);
  const panel = (name: string) => test.page.getByRole("region", { name, exact: true });

  it("opens an arm with the keyboard, with its verdict, curves, difference and runs, and closes it again", async () => {
    await place();
    await arm("all terms").focus();
    await test.page.keyboard.press("ArrowDown");
    assert.match(
      (await test.page.locator("path:focus").getAttribute("aria-label"))!,
      /^without emotion: worse: −16/,
    );
    await test.page.keyboard.press("Enter");
    const opened = panel("without emotion");
    await drawn(test.page);
    assert.match(
      await opened.innerText(),
      /worse: −16\.0 points UAR.*worse: −16\.0 points sentiment UAR \(own head\)/s,
    );
    assert.deepEqual(await opened.getByRole("heading").allInnerTexts(), [
      "without emotion",
      "UAR by epoch",
      "Confusion matrix minus that of all terms",
    ]);
    assert.equal(await opened.getByRole("table", { name: "Runs of without emotion" }).count(), 1);
    assert.equal(await arm("without emotion").getAttribute("aria-pressed"), "true");
    await opened.getByRole("button", { name: "Close", exact: true }).press("Enter");
    await drawn(test.page);
    assert.equal(await opened.count(), 0);
    assert.match((await test.page.locator("path:focus").getAttribute("aria-label"))!, /^without emotion/);
  });

  it("compares the base with nothing", async () => {
    await place();
    await arm("all terms").click();
    assert.deepEqual(await panel("all terms").getByRole("heading").allInnerTexts(), [
      "all terms",
      "UAR by epoch",
    ]);
  });

  it("finds the open arm again, and forgets one that the study does not have", async () => {
    await place();
    await arm("without energy").click();
    await test.page.evaluate(() => document.body.replaceChildren());
    await place();
    assert.equal(await panel("without energy").count(), 1);
    await test.page.evaluate(() => document.body.replaceChildren());
    await place({ arms: payload.arms.slice(0, 2) });
    assert.equal(await test.page.locator(".panel").count(), 0);
  });

  it("steers the study by its name while the kernel runs it", async () => {
    await place({ state: "running" });
    assert.deepEqual(await test.noted(), [{ type: "run-alive", run: "study-1" }]);
    await inPage(({ answer }) => answer({ type: "run-alive", run: "study-1", alive: true }));
    await test.page.getByRole("button", { name: "Stop" }).click();
    assert.deepEqual(await test.noted(), [{ type: "run-control", run: "study-1", action: "stop" }]);
  });

  it("has the verdicts as text where the picture has no room for them, and says what makes arms hard to compare", async () => {
    await place({}, 800);
    assert.equal(await test.page.locator("li").count(), 0);
    assert.match(
      await test.page.locator(".error").innerText(),
      /^Two runs of "without energy" used another device/,
    );
    await test.page.evaluate(() => (document.getElementById("board")!.style.width = "400px"));
    await test.page.locator("li").first().waitFor();
    const verdicts = await test.page.locator("li").allInnerTexts();
    assert.match(verdicts[0], /^all terms: base, UAR 60\.0 %/);
    assert.match(verdicts[1], /^without emotion: worse: −16/, "the largest loss comes first");
  });

  it("has the arms by their effect in its table, in percent and points", async () => {
    await place();
    await test.page.locator(".menu summary").click();
    const saved = test.page.waitForEvent("download");
    await test.page.getByRole("button", { name: "CSV" }).click();
    const [head, ...rows] = parse(await readFile(await (await saved).path(), "utf8")) as string[][];
    assert.deepEqual(head.slice(-2), ["p (Dunnett)", "verdict"]);
    assert.equal(rows[1].at(-2), "0.01");
    assert.deepEqual(head.slice(0, 7), ["arm", ...payload.terms, "UAR", "difference"]);
    assert.deepEqual(rows[0].slice(0, 10), ["all terms", "1", "1", "1", "1", "60", "", "", "", "55"]);
    assert.deepEqual(rows[1].slice(0, 10), [
      "without emotion",
      "1",
      "0",
      "1",
      "1",
      "44",
      "-16",
      "-20",
      "-12",
      "39",
    ]);
    assert.deepEqual(
      rows.map(([name]) => name),
      ["all terms", "without emotion", "without transfer", "without sentiment", "without energy"],
    );
  });
});

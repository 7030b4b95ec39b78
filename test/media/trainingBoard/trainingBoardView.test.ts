import assert from "node:assert/strict";
import type { TrainingBoardPayload } from "../../../kernel/contracts/payloads/trainingBoard.js";
import { openPage } from "../browser.js";
import { trainingOutput } from "../examplePayloads.js";
import { render } from "../inWebView.js";
import { type LayoutFaults, measuredLayout } from "../measuredLayout.js";
import { serveRenderers } from "../server.js";
import { withBrowser } from "../withBrowser.js";

const { mimeType, payload } = trainingOutput();
const board = payload as TrainingBoardPayload;

/** The board as it was when this share of the training was done. */
function after(share: number): TrainingBoardPayload {
  const steps = board.steps.slice(0, Math.ceil(board.steps.length * share));
  const epoch = Math.floor(steps.at(-1)!.epoch);
  const { bestEpoch: _best, ...rest } = board;
  const validation = board.validation.slice(0, epoch);
  return {
    ...{ ...rest, steps, validation, epoch, epochs: 9, validates: true },
    ...(epoch > 0 && { bestEpoch: epoch - 1 }),
  };
}

describe("TrainingBoardView while data come in", function () {
  this.timeout(90_000);
  const test = withBrowser();
  let server: Awaited<ReturnType<typeof serveRenderers>>;
  before(async () => (server = await serveRenderers()));
  globalThis.after(() => server.close());

  for (const width of [460, 576, 816]) {
    it(`keeps every figure within the picture and off the others at ${width} px`, async () => {
      const { page } = await openPage(test.browser(), { width, theme: "light" });
      await page.goto(server.url);
      const seen: (LayoutFaults | undefined)[] = [];
      for (const share of [0.01, 0.12, 0.5, 1]) {
        await render(page, "/views.renderer.js", mimeType, after(share));
        await page.waitForFunction(() => {
          const root = document.querySelector("#one > *")?.shadowRoot;
          return root?.querySelector("svg") && !root.querySelector("[aria-busy]");
        });
        seen.push((await measuredLayout(page, "#one > *"))[0]);
      }
      for (const one of seen) assert.deepEqual([one?.overlapping, one?.clipped], [[], []]);
      await page.close();
    });
  }
});

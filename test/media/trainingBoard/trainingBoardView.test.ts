import assert from "node:assert/strict";
import type { TrainingBoardPayload } from "../../../kernel/contracts/payloads/trainingBoard.js";
import { trainingOutput } from "../examplePayloads.js";
import { withBrowser } from "../withBrowser.js";

type Changed = Partial<TrainingBoardPayload>;

const { mimeType, payload } = trainingOutput();
const board = payload as TrainingBoardPayload;
const endingAt = (uar: number, war: number) =>
  board.validation.map((one, i) => (i === 8 ? { ...one, uar, war } : one));
const stepsTimes = (factor: number, rate: number) =>
  board.steps.map((step) => ({
    ...step,
    learningRate: step.learningRate! * rate,
    terms: Object.fromEntries(Object.entries(step.terms).map(([name, value]) => [name, value! * factor])),
  }));

const runs: Readonly<Record<string, Changed>> = {
  "as planned": {},
  "ends at 100 %": { epochs: 9, validation: endingAt(1, 1) },
  "ends at 0 %": { epochs: 9, validation: endingAt(0, 0) },
  "ends with UAR equal to WAR": { epochs: 9, validation: endingAt(0.59, 0.59) },
  "goes on beyond what was planned": { epochs: 2 },
  "has large losses and a tiny learning rate": { steps: stepsTimes(1e5, 1e-5) },
};

describe("TrainingBoardView", function () {
  this.timeout(90_000);
  const test = withBrowser();
  const outputs = Object.entries(runs).map(([run, change]) => ({
    mimeType,
    payload: { ...board, ...change, run },
  }));

  for (const width of [320, 580, 800, 960, 1100, 1600]) {
    it(`neither scrolls sideways nor lets the names of the rates touch at ${width} px`, async () => {
      const { page } = await test.show(outputs, { width });
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll(".view > div:not(.still) > *")].map(({ shadowRoot }) => {
          const drawing = shadowRoot!.querySelector(".drawing")!;
          const boxes = ["UAR ", "WAR ", "sentiment "].map((name) =>
            [...drawing.querySelectorAll("svg text")]
              .find(({ textContent }) => textContent.startsWith(name))!
              .getBoundingClientRect(),
          );
          return {
            tooWide: drawing.scrollWidth - drawing.clientWidth,
            touching: boxes.some((one, i) =>
              boxes.slice(0, i).some((other) => one.bottom > other.top + 1 && other.bottom > one.top + 1),
            ),
          };
        }),
      );
      for (const [i, run] of Object.keys(runs).entries())
        assert.deepEqual(seen[i], { tooWide: 0, touching: false }, run);
    });
  }
});

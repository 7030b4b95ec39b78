import assert from "node:assert/strict";
import type { TrainingBoardPayload } from "../../../../kernel/contracts/payloads/trainingBoard.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { termColors, trainingSpec } from "../../../../kernel/figures/trainingBoard/trainingSpec.js";

const terms = (names: readonly string[], value: number) =>
  Object.fromEntries(names.map((name) => [name, value]));

function board(names: readonly string[]): TrainingBoardPayload {
  const steps = [1, 2, 3].map((epoch) => ({
    ...{ step: 10 * epoch, epoch, total: 1, learningRate: 0.1 / epoch },
    terms: terms(names, 1 / epoch),
  }));
  const validation = [1, 2, 3].map((epoch) => ({ epoch, uar: 0.2 * epoch, war: 0.25 * epoch }));
  return {
    ...{ view: "training-board", version: 1, run: "a", state: "running", epochs: 5, epoch: 3 },
    ...{ bestEpoch: 2, steps: names.length > 0 ? steps : [], validation: names.length > 0 ? validation : [] },
  };
}

interface Chart {
  readonly width: number;
  readonly title?: { readonly text: string };
  readonly encoding?: {
    readonly color: { readonly scale: { readonly domain: string[]; readonly range: string[] } };
  };
}
type Column = { readonly vconcat: readonly Chart[] };

function drawn(names: readonly string[], { width = 800, stacked = false } = {}) {
  const spec = trainingSpec({ payload: board(names), stacked, width, theme: lightTheme });
  const columns = (spec.hconcat ?? spec.vconcat) as readonly [losses: Column, rates: Column];
  return { spec, losses: columns[0].vconcat, rates: columns[1].vconcat };
}

describe("the drawing of a training", () => {
  it("has losses left and rates right, and stacks them on narrow pages", () => {
    for (const width of [560, 800, 1600]) {
      const { spec, losses, rates } = drawn(["emotion"], { width });
      assert.ok("hconcat" in spec && losses[0].width + rates[0].width < width);
    }
    for (const width of [320, 559]) {
      const { spec, losses, rates } = drawn(["emotion"], { width });
      assert.ok("vconcat" in spec && losses[0].width < width && rates[0].width < width);
      assert.ok(losses[0].width > 0 && rates[0].width > 0);
    }
  });

  it("has one small chart for each term, or one of all terms in colours that stay theirs", () => {
    const names = Array.from({ length: 9 }, (_, i) => `term ${i}`);
    assert.equal(drawn(names).losses.length, 9);
    const { losses } = drawn(names, { stacked: true });
    assert.equal(losses.length, 1);
    const { domain, range } = losses[0].encoding!.color.scale;
    assert.deepEqual(domain, names);
    assert.deepEqual(range, [...termColors, termColors[0]]);
  });

  it("keeps its place before the first step", async () => {
    const { losses, spec } = drawn([]);
    assert.deepEqual(
      losses.map(({ title }) => title?.text),
      ["Loss, terms stacked"],
    );
    assert.match(await renderSvg(spec), /Validation/);
  });

  it("shows the curve of a term whatever its name, the ends of the rates and the best epoch", async () => {
    const names = ['in/out: "x".y', "it's [half] {done}"];
    const svg = await renderSvg(drawn(names, { width: 900 }).spec);
    for (const words of [...names, "UAR 60.0", "WAR 75.0", "best: 3"])
      assert.ok(svg.includes(`>${words}<`), words);
    const curves = [...svg.matchAll(/<path[^>]* d="M[^"]*L[^"]*L[^"]*"[^>]*stroke="#0550ae"/g)];
    assert.ok(curves.length >= names.length + 2, `${curves.length} curves of three points`);
  });
});

import assert from "node:assert/strict";
import type { TrainingBoardPayload } from "../../../../kernel/contracts/payloads/trainingBoard.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { trainingSpec } from "../../../../kernel/figures/trainingBoard/trainingSpec.js";

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

type Part = Readonly<Record<string, unknown>>;

/** All parts of a drawing that have a width of their own. */
function charts(part: unknown): Part[] {
  if (typeof part !== "object" || part === null) return [];
  const { hconcat, vconcat, width } = part as Part;
  const inner = [hconcat, vconcat].flatMap((list) => (Array.isArray(list) ? list.flatMap(charts) : []));
  return width === undefined || inner.length > 0 ? inner : [part as Part];
}

type Change = Partial<TrainingBoardPayload> & { readonly width?: number; readonly stacked?: boolean };

const draw = (names: readonly string[], { width = 800, stacked = false, ...change }: Change = {}) =>
  trainingSpec({ payload: { ...board(names), ...change }, stacked, width, theme: lightTheme });

describe("the drawing of a training", () => {
  it("has the validation beside the losses on wide pages, and above them on others", () => {
    for (const width of [800, 1600]) assert.ok("hconcat" in draw(["emotion"], { width }));
    for (const width of [320, 640]) assert.ok("vconcat" in draw(["emotion"], { width }));
  });

  it("has no validation where there is none, and its place where scores are to come", async () => {
    const without = { validation: [], bestEpoch: undefined };
    assert.doesNotMatch(await renderSvg(draw(["emotion"], without)), /Validation/);
    const svg = await renderSvg(draw(["emotion"], { ...without, validates: true }));
    assert.match(svg, /The first scores come after an epoch/);
  });

  it("has data sets only for what is drawn, since Vega knows no others when they change", () => {
    for (const change of [
      {},
      { validation: [], bestEpoch: undefined },
      { validation: [], validates: true },
    ]) {
      const { datasets, ...rest } = draw(["emotion"], change);
      const drawn = JSON.stringify(rest);
      const left = Object.keys(datasets).filter((name) => !drawn.includes(`"data":{"name":"${name}"}`));
      assert.deepEqual(left, []);
    }
  });

  it("has a small chart for each term and the learning rate, or one of all terms in colours that differ", () => {
    const names = Array.from({ length: 9 }, (_, i) => `term ${i}`);
    assert.equal(charts(draw(names)).length, 9 + 1 + 2, "two are the validation's key and chart");
    const [stacked] = charts(draw(names, { stacked: true }));
    const { color } = stacked.encoding as {
      color: { scale: { domain: string[]; range: string[] }; sort: string[] };
    };
    assert.deepEqual(color.scale.domain, names);
    assert.equal(new Set(color.scale.range).size, 9);
  });

  it("says before the first step what will be there", async () => {
    assert.match(await renderSvg(draw([])), /The curves begin with the first step/);
  });

  it("shows the curve of a term whatever its name, the last rates and the best epoch", async () => {
    const names = ['in/out: "x".y', "it's [half] {done}"];
    const svg = await renderSvg(draw(names, { width: 900 }));
    for (const words of [...names, "UAR 60.0 %", "WAR 75.0 %", "best epoch 3"])
      assert.ok(svg.includes(`>${words}<`), words);
    const curves = [...svg.matchAll(/<path[^>]* d="M[^"l]*l[^"]*"[^>]*stroke="#0550ae"/g)];
    assert.ok(curves.length >= names.length + 1, `${curves.length} curves of three points`);
  });

  it("has ticks at whole epochs only, and none in powers of ten that are rounding", async () => {
    const steps = [0.1, 0.4, 1].map((epoch, i) => ({
      ...{ step: i + 1, epoch, total: 1, terms: { nothing: 1e-13, something: 0.00004 * i } },
    }));
    const svg = await renderSvg(draw([], { steps, epochs: 1, validation: [] }));
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    assert.deepEqual(
      texts.filter((text) => /e-|^0\.5$|0\.0000/.test(text)),
      [],
    );
    assert.ok(
      texts.some((text) => /·10⁻⁵$/.test(text)),
      texts.join(),
    );
  });
});

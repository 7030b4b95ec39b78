import assert from "node:assert/strict";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { boardConfig, epochAxis, valueAxis } from "../../../../kernel/figures/trainingBoard/chartStyle.js";

async function ticks(values: readonly number[], last = 3): Promise<string[]> {
  const svg = await renderSvg({
    ...{ $schema: "https://vega.github.io/schema/vega-lite/v5.json", width: 300, height: 80, mark: "line" },
    config: boardConfig(lightTheme),
    datasets: { all: values.map((value, epoch) => ({ epoch, value })) },
    data: { name: "all" },
    encoding: {
      x: epochAxis(last, 300, "epoch"),
      y: { field: "value", type: "quantitative", axis: valueAxis() },
    },
  });
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
}

describe("the axes of a board", () => {
  it("shorten large and tiny numbers", async () => {
    assert.ok((await ticks([0, 4e4])).includes("40k"));
    assert.ok((await ticks([0, 2e-5])).includes("2·10⁻⁵"));
    assert.ok((await ticks([0, 1e-4])).includes("1·10⁻⁴"));
  });

  it("have one tick of nothing where there is nothing", async () => {
    assert.deepEqual(
      (await ticks([0, 0, 0])).filter((text) => /0\.0|e/.test(text) && text !== "epoch"),
      [],
    );
  });

  it("have ticks at whole epochs, however few there are", async () => {
    assert.deepEqual((await ticks([1], 1)).filter((text) => /^\d+(\.5)?$/.test(text)).slice(0, 2), [
      "0",
      "1",
    ]);
  });
});

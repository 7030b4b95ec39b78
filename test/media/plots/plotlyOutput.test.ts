import assert from "node:assert/strict";
import type * as plotlyOutput from "../../../media/plots/plotlyOutput.js";
import { modulePage } from "../modulePage.js";

interface Drawn {
  readonly data: unknown;
  readonly layout: Record<string, Record<string, unknown>> & Record<string, unknown>;
  readonly config: Record<string, unknown>;
  readonly frames?: unknown;
}

describe("a Plotly figure in the page's colours", () => {
  const test = modulePage();
  const inPage = test.loading<typeof plotlyOutput>("plots/plotlyOutput");

  /** Gives a figure to a Plotly that notes what it is to draw. */
  async function draw(figure: unknown): Promise<Drawn> {
    await inPage(async ({ drawWithPlotly, place, note }, given) => {
      const plotly = {
        newPlot: async (_: HTMLElement, themed: object) => note(themed),
        purge: () => note("purged"),
        Plots: { resize: () => {} },
      };
      document.documentElement.style.setProperty("--vscode-editor-foreground", "#abcdef");
      Object.assign(globalThis, { end: await drawWithPlotly(plotly, place(), given) });
    }, figure);
    return (await test.noted())[0] as Drawn;
  }

  it("has ink, lines and transparent paper of the page", async () => {
    const { data, layout, config } = await draw({ data: [{ y: [1] }] });
    assert.deepEqual(data, [{ y: [1] }]);
    assert.deepEqual([layout.paper_bgcolor, layout.font.color], ["rgba(0,0,0,0)", "#abcdef"]);
    assert.ok(layout.xaxis.gridcolor && layout.yaxis.gridcolor);
    assert.equal(config.displaylogo, false);
  });

  it("leaves precedence to what the user has chosen, and fills in the rest of it", async () => {
    const { layout, config } = await draw({
      data: [],
      layout: {
        ...{ title: { text: "Two bars" }, paper_bgcolor: "white", font: { size: 20 } },
        ...{ xaxis: { title: { text: "epoch" } }, yaxis: { gridcolor: "red" }, yaxis2: { side: "right" } },
      },
      config: { displaylogo: true },
    });
    assert.deepEqual([layout.title, layout.paper_bgcolor], [{ text: "Two bars" }, "white"]);
    assert.deepEqual([layout.font.size, layout.font.color], [20, "#abcdef"]);
    assert.deepEqual(layout.xaxis.title, { text: "epoch" });
    assert.ok(layout.xaxis.gridcolor, "an axis with a title is still in the page's colours");
    assert.equal(layout.yaxis.gridcolor, "red");
    assert.ok(layout.yaxis2.gridcolor, "so is a second axis");
    assert.equal(config.displaylogo, true);
  });

  it("never sends data to Plotly's server, whatever the figure asks for", async () => {
    const { config } = await draw({
      data: [],
      config: { plotlyServerURL: "https://x", showSendToCloud: true },
    });
    assert.deepEqual([config.plotlyServerURL, config.showSendToCloud], ["", false]);
  });

  it("keeps the frames of an animation", async () => {
    assert.deepEqual((await draw({ data: [], frames: [{ name: "1" }] })).frames, [{ name: "1" }]);
  });

  for (const wrong of [null, 3, {}, { data: {} }, []]) {
    it(`is refused where it is none: ${JSON.stringify(wrong)}`, async () => {
      await assert.rejects(
        async () => draw(wrong),
        /it is not a Plotly figure: `data` must be a list of traces/,
      );
    });
  }

  it("is drawn anew when the page's colours change, until it is taken away", async () => {
    await draw({ data: [] });
    await inPage(() => document.documentElement.style.setProperty("--vscode-editor-foreground", "#123456"));
    const [again] = (await test.noted()) as Drawn[];
    assert.equal(again.layout.font.color, "#123456");
    await inPage(() => {
      (globalThis as unknown as { end(): void }).end();
      document.body.className = "vscode-dark";
    });
    assert.deepEqual(await test.noted(), ["purged"]);
  });
});

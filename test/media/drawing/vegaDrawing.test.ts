import assert from "node:assert/strict";
import type * as markNavigation from "../../../media/drawing/markNavigation.js";
import type * as vegaDrawing from "../../../media/drawing/vegaDrawing.js";
import { modulePage } from "../modulePage.js";

/** A picture with one bar for each width. */
const picture = (...widths: number[]) => ({
  ...{ $schema: "https://vega.github.io/schema/vega-lite/v5.json", width: 100, height: 50 },
  datasets: { bars: widths.map((x2, y) => ({ x: 0, x2, y: 10 * y, y2: 10 * y + 8 })) },
  name: "bar",
  data: { name: "bars" },
  mark: { type: "rect" },
  encoding: Object.fromEntries(
    ["x", "y"].flatMap((axis) => [
      [axis, { field: axis, type: "quantitative", scale: null, axis: null }],
      [`${axis}2`, { field: `${axis}2` }],
    ]),
  ),
});

describe("a drawing", () => {
  const test = modulePage();
  const inPage = test.loading<typeof vegaDrawing & typeof markNavigation>(
    "drawing/vegaDrawing",
    "drawing/markNavigation",
  );
  type Drawn = InstanceType<typeof vegaDrawing.VegaDrawing>;

  beforeEach(() =>
    inPage(({ VegaDrawing, place, note }) => {
      const attach = (svg: SVGSVGElement) => note(svg.querySelectorAll(".mark-rect path").length);
      const drawing = new VegaDrawing([{ attach, hasFocus: false, refocus: () => note("focus") }]);
      place().append(drawing.element);
      Object.assign(globalThis, { drawing });
    }),
  );
  const show = (...specs: object[]) =>
    inPage(async (_, all) => {
      const { drawing } = globalThis as unknown as { drawing: Drawn };
      await Promise.all(all.map((spec) => drawing.show(spec as never)));
    }, specs);
  const bars = () => test.page.locator(".mark-rect path").count();

  it("is complete when it is told: what lies over its marks can be attached", async () => {
    await show(picture(10, 20));
    assert.equal(await bars(), 2);
    assert.equal((await test.noted()).at(-1), 2);
  });

  it("keeps its picture for new data, and draws anew for another shape", async () => {
    await show(picture(10));
    await test.page.locator("svg").evaluate((svg) => (svg.id = "first"));
    await show(picture(10, 20, 30));
    assert.equal(await bars(), 3);
    assert.equal(await test.page.locator("#first").count(), 1, "the same picture");
    await show({ ...picture(10), width: 70 });
    assert.equal(await test.page.locator("#first").count(), 0, "another picture");
    assert.equal(await test.page.locator("svg").count(), 1);
  });

  it("keeps the focus on a mark that new data or another shape replace", async () => {
    const focus = await inPage(
      async ({ VegaDrawing, MarkNavigation, place }, specs) => {
        const options = { name: "bar", label: "Bars", onActivate: () => {} };
        const marks = new MarkNavigation({ ...options, labelOf: ({ x2 }) => `bar ${String(x2)}` });
        const drawing = new VegaDrawing([marks]);
        place().append(drawing.element);
        const labels: (string | null)[] = [];
        for (const spec of specs) {
          await drawing.show(spec as never);
          if (labels.length === 0) marks.refocus();
          labels.push(document.activeElement!.getAttribute("aria-label"));
        }
        return labels;
      },
      [picture(10), picture(20), { ...picture(30), width: 70 }],
    );
    assert.deepEqual(focus, ["bar 10", "bar 20", "bar 30"]);
  });

  it("ends with what was wanted last, also where the earlier one takes longer to compile", async () => {
    const quick = {
      ...picture(1, 2, 3),
      ...{ autosize: { type: "none" }, config: {} },
      layer: [
        {
          ...{ mark: { type: "rect" }, data: { name: "bars" } },
          encoding: { x: { field: "x" }, x2: { field: "x2" } },
        },
      ],
    };
    await show(quick);
    let letGo = () => {};
    const compiler = new Promise<void>((asked) =>
      test.page.route("**/vegaLite.js", async (route) => {
        asked();
        await new Promise<void>((resolve) => (letGo = resolve));
        await route.continue();
      }),
    );
    const slow = show({ ...picture(10), width: 70 });
    await compiler;
    await show(quick);
    letGo();
    await slow;
    await test.page.unroute("**/vegaLite.js");
    assert.equal(await bars(), 3);
    await show(picture(10, 20), quick, picture(10));
    assert.equal(await bars(), 1);
  });

  it("is marked as busy from when it is wanted until it is there", async () => {
    const busy = await inPage(async (_, spec) => {
      const { drawing } = globalThis as unknown as { drawing: Drawn };
      const state = () => drawing.element.getAttribute("aria-busy");
      const shown = drawing.show(spec as never);
      const during = state();
      await shown;
      return [during, state()];
    }, picture(10));
    assert.deepEqual(busy, ["true", null]);
  });

  it("is not marked as busy for ever where it cannot be drawn", async () => {
    const after = await inPage(async () => {
      const { drawing } = globalThis as unknown as { drawing: Drawn };
      await drawing.show({ datasets: {}, mark: "no such mark" } as never).catch(() => {});
      return drawing.element.getAttribute("aria-busy");
    });
    assert.equal(after, null);
  });

  it("draws nothing more once it was taken away, and can be used again", async () => {
    await inPage(async ({ note }, spec) => {
      const { drawing } = globalThis as unknown as { drawing: Drawn };
      const shown = drawing.show(spec as never);
      drawing.dispose();
      await shown;
      note(drawing.element.querySelectorAll("svg").length);
      note(drawing.element.getAttribute("aria-busy"));
    }, picture(10));
    assert.deepEqual(await test.noted(), [0, null]);
    await show(picture(10));
    assert.equal(await bars(), 1);
  });
});

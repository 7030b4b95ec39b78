import assert from "node:assert/strict";
import sharp from "sharp";
import { parse, View } from "vega";
import { compile } from "vega-lite";
import { leanSvg } from "../../../../kernel/figures/drawing/leanSvg.js";

/** A chart with bars of round corners, lines, axes and texts, as Vega writes it. */
async function chart(): Promise<string> {
  const { spec } = compile({
    data: { values: [0.1, 0.34, 0.2].map((rate, i) => ({ rate, emotion: `emotion ${i}` })) },
    encoding: { x: { field: "rate", type: "quantitative" }, y: { field: "emotion", type: "nominal" } },
    layer: [
      { mark: { type: "bar", cornerRadius: 4, color: "rgb(8, 48, 107)" } },
      { mark: { type: "line", strokeDash: [2, 2] } },
      { mark: { type: "text", dx: 14.25 }, encoding: { text: { field: "rate" } } },
    ],
  });
  return new View(parse(spec), { renderer: "none" }).toSVG();
}

async function pixels(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).flatten({ background: "white" }).raw().toBuffer();
}

describe("a lean SVG", () => {
  it("is the same picture in less than two thirds of the bytes", async () => {
    const svg = await chart();
    const lean = leanSvg(svg);
    assert.ok(lean.length < 0.66 * svg.length, `${lean.length} of ${svg.length} bytes`);
    const [before, after] = [await pixels(svg), await pixels(lean)];
    assert.equal(before.length, after.length);
    const farthest = before.reduce((most, value, i) => Math.max(most, Math.abs(value - after[i])), 0);
    assert.ok(farthest < 60, `a pixel differs by ${farthest} of 255`);
    const differing = before.filter((value, i) => Math.abs(value - after[i]) > 12).length;
    assert.ok(differing < 0.005 * before.length, `${differing} of ${before.length} values differ`);
  });

  it("has what all marks of a group share at the group, and nothing else", () => {
    const group = (marks: string) => leanSvg(`<svg><g class="mark-text role-mark marks">${marks}</g></svg>`);
    assert.equal(
      group('<text fill="#123" font-size="11px">a</text><text fill="#123" font-size="12px">b</text>'),
      '<svg><g fill="#123"><text font-size="11px">a</text><text font-size="12px">b</text></g></svg>',
    );
    const own = '<svg><g fill="none"><line x1="1" fill="#1"/><line x1="2" fill="#1"/></g></svg>';
    assert.equal(leanSvg(own), own, "a group's own attributes stay");
    const one = '<svg><g><g><text fill="#123">a</text></g></g></svg>';
    assert.equal(leanSvg(one), '<svg><text fill="#123">a</text></svg>', "nor a group that has nothing");
    const empty = '<svg><g><g id="a"/><text x="1">a</text></g></svg>';
    assert.equal(leanSvg(empty), '<svg><g id="a"/><text x="1">a</text></svg>');
    const see = group('<path opacity="0.5" d="M1,2L3,4"/><path opacity="0.5" d="M5,6L7,8"/>');
    assert.equal(see.match(/opacity/g)!.length, 2, "the marks of a group would be seen through as one");
  });

  it("has two fonts where there are two", () => {
    const two = '<svg><text font-family="a">1</text><text font-family="b">2</text></svg>';
    assert.equal(leanSvg(two), two);
  });

  it("says what marks mean, but not where they are, nor a text twice", () => {
    const labels = (svg: string) => leanSvg(svg).match(/aria-label="[^"]*"/g) ?? [];
    assert.deepEqual(labels('<line aria-label="Happy: 3 clips" x1="1"/>'), ['aria-label="Happy: 3 clips"']);
    assert.deepEqual(labels('<line aria-label="x: 121.6652; y: 8" x1="1"/>'), []);
    assert.deepEqual(labels('<text aria-label="text: 0.001" x="1">0.001</text>'), []);
    assert.equal(labels('<text aria-label="name: all of it" x="1">all…</text>').length, 1);
  });
});

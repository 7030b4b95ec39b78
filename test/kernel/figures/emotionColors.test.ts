import assert from "node:assert/strict";
import { wcagContrast, wcagLuminance } from "culori";
import fc from "fast-check";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import type { LabelsPayload } from "../../../kernel/contracts/payloads/clips.js";
import { labelsPayload } from "../../../kernel/figures/bundles/clipPayload.js";
import { blockOutline, emotionColors, letterOn, luminance } from "../../../kernel/figures/emotionColors.js";
import { darkTheme, highContrastTheme, lightTheme } from "../../../kernel/figures/theme.js";

/** Labels whose groups have one emotion each, or as many as given. */
function labelsOf(groupNames: readonly string[], size = 1): LabelsPayload {
  const groups = groupNames.map((name, g) => ({
    name,
    emotions: Array.from({ length: size }, (_, i) => g * size + i),
  }));
  const emotions = groups.flatMap(({ name, emotions }) => emotions.map((_, i) => `${name} ${i}`));
  return { emotions, groups };
}
const [warm, grey, cool] = emotionColors(labelsOf(["Positive", "Neutral", "Negative"]));
const colorOf = (groupName: string) => emotionColors(labelsOf([groupName, "x"]))[0];

describe("the colours of emotions", () => {
  it("are of one family for a sentiment, whatever words say it", () => {
    for (const name of ["positive", "Pleasant", "happy ones"]) assert.equal(colorOf(name), warm, name);
    for (const name of ["NEUTRAL", "neutral or none"]) assert.equal(colorOf(name), grey, name);
    for (const name of ["negative", "Unpleasant", "unhappy", "displeasure"])
      assert.equal(colorOf(name), cool, name);
  });

  it("differ between groups of other names, and within a group", () => {
    const colors = emotionColors(labelsOf(["calm", "excited", "bored", "tense"], 2));
    assert.equal(new Set(colors).size, 8);
  });

  it("are in the order of the labels, not of the groups", () => {
    const colors = emotionColors(labelsPayload(dfewLabels));
    // Happy, Sad, Neutral, ...: one each of warm, cool and grey
    assert.deepEqual(colors.slice(0, 3), [warm, cool, grey]);
  });

  it("begin again where a group has more emotions than shades", () => {
    const colors = emotionColors(labelsOf(["Positive"], 7));
    assert.equal(colors[6], colors[0]);
    assert.equal(new Set(colors).size, 6);
  });

  it("are grey for an emotion in no group", () => {
    assert.equal(emotionColors({ emotions: ["a"], groups: [] })[0], grey);
  });
});

describe("the luminance of a colour", () => {
  const byte = fc.nat(255);

  it("is that of WCAG 2.2, by hexadecimal digits and by rgb()", () => {
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const rgb = `rgb(${red}, ${green}, ${blue})`;
        const hex = `#${[red, green, blue].map((one) => one.toString(16).padStart(2, "0")).join("")}`;
        assert.ok(Math.abs(luminance(rgb) - wcagLuminance(rgb)) < 1e-4);
        assert.equal(luminance(hex), luminance(rgb));
      }),
    );
  });

  it("decides for the letters that contrast more", () => {
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const fill = `rgb(${red}, ${green}, ${blue})`;
        const chosen = wcagContrast(fill, letterOn(fill));
        for (const other of ["#000000", "#ffffff"])
          assert.ok(chosen >= wcagContrast(fill, other) - 0.01, fill);
      }),
    );
  });
});

describe("the outline of a block", () => {
  it("is in ink where contrast is high, else a faint line", () => {
    assert.equal(blockOutline(highContrastTheme), highContrastTheme.ink);
    for (const theme of [lightTheme, darkTheme]) assert.equal(blockOutline(theme), theme.line);
  });
});

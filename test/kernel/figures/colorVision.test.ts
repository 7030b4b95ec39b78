import assert from "node:assert/strict";
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";
import { dfewLabels, LabelSet } from "../../../kernel/aen/labels.js";
import { colorScale } from "../../../kernel/figures/drawing/colorScale.js";
import { emotionColors, letterOn } from "../../../kernel/figures/emotionColors.js";
import { labelsPayload } from "../../../kernel/figures/bundles/clipPayload.js";
import { darkTheme, highContrastTheme, lightTheme } from "../../../kernel/figures/theme.js";
import { termColors } from "../../../kernel/figures/trainingBoard/termColors.js";

type Color = NonNullable<ReturnType<typeof parse>>;

/** How people with all cones, and with none of one kind, see a colour (Machado, Oliveira and Fernandes 2009). */
const visions: Readonly<Record<string, (color: Color) => Color | undefined>> = {
  "all cones": (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
const difference = differenceCiede2000();
const themes = [lightTheme, darkTheme, highContrastTheme];

function nearest(colors: readonly string[], apart: "any two" | "neighbours"): { by: number; words: string } {
  let closest = { by: Infinity, words: "" };
  for (const [vision, see] of Object.entries(visions)) {
    const seen = colors.map((color) => see(parse(color)!)!);
    seen.forEach((left, i) => {
      const others = apart === "any two" ? seen.slice(i + 1) : seen.slice(i + 1, i + 2);
      others.forEach((right, k) => {
        const by = difference(left, right);
        if (by < closest.by) closest = { by, words: `${vision}: ${colors[i]} and ${colors[i + 1 + k]}` };
      });
    });
  }
  return closest;
}

function differ(colors: readonly string[], apart: "any two" | "neighbours", least: number): void {
  const { by, words } = nearest(colors, apart);
  assert.ok(by >= least, `${words} differ by ${by.toFixed(1)}, less than ${least} (CIEDE2000)`);
}

describe("colours with every colour vision", () => {
  const inOrder = (labels: LabelSet) => {
    const payload = labelsPayload(labels);
    const colors = emotionColors(payload);
    return payload.groups.flatMap(({ emotions }) => emotions.map((emotion) => colors[emotion]));
  };
  const sizes = [2, 3, 4, 5, 6];
  const grouping = (size: number) => {
    const names = (group: string) => Array.from({ length: size }, (_, i) => `${group} ${i}`);
    const groups = Object.fromEntries(["Positive", "Negative"].map((group) => [group, names(group)]));
    return new LabelSet(Object.values(groups).flat(), groups);
  };

  it("tell any two of the seven emotions apart", () => {
    differ(inOrder(dfewLabels), "any two", 15);
  });

  it("tell neighbours apart in groups of two to six", () => {
    for (const size of sizes) differ(inOrder(grouping(size)), "neighbours", 12);
  });

  it("keep the seven emotions off every paper, and their letters readable", () => {
    for (const color of inOrder(dfewLabels)) {
      for (const { paper, name } of themes)
        assert.ok(wcagContrast(color, paper) >= 1.8, `${color} on ${name} paper`);
      assert.ok(wcagContrast(color, letterOn(color)) >= 4.5, `letters on ${color}`);
    }
  });

  for (const theme of themes) {
    it(`${theme.name}: the steps of the sequential scale differ, and grow steadily away from rate 0`, () => {
      differ(theme.sequential, "neighbours", 7);
      const scale = colorScale(theme.sequential);
      const tenths = Array.from({ length: 11 }, (_, i) => scale(i / 10));
      for (const see of Object.values(visions)) {
        const [zero, ...seen] = tenths.map((color) => see(parse(color)!)!);
        const distances = seen.map((color) => difference(zero, color));
        assert.deepEqual(
          distances,
          distances.toSorted((a, b) => a - b),
        );
      }
    });

    it(`${theme.name}: the two ends of the diverging scale differ from each other and from the middle`, () => {
      differ(theme.diverging, "any two", 14);
    });

    it(`${theme.name}: texts stand out from their paper (WCAG 2.2, 1.4.3)`, () => {
      for (const ink of [theme.ink, theme.faintInk]) {
        assert.ok(wcagContrast(ink, theme.paper) >= 4.5);
        assert.ok(wcagContrast(ink, theme.plate) >= 4.5);
      }
      assert.ok(wcagContrast(theme.accent, theme.paper) >= 3, "selection and focus (1.4.11)");
    });
  }

  it("tell any two of nine stacked loss terms apart, and each from the paper", () => {
    for (const theme of themes) {
      const colors = termColors(9, theme);
      differ(colors, "any two", 15);
      for (const color of colors)
        assert.ok(wcagContrast(color, theme.paper) >= 3, `${color} on ${theme.name} paper`);
    }
  });

  it("tell stacked loss terms beyond nine from their neighbours", () => {
    for (const theme of themes) differ(termColors(20, theme), "neighbours", 15);
  });
});

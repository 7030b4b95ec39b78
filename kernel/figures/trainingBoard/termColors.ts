import { luminance } from "../emotionColors.js";
import type { Theme } from "../theme.js";

/**
 * Nine colours for stacked loss terms. Any two differ by a CIEDE2000 of 15 or more for every type of colour vision
 * (Machado et al., 2009), and each has a contrast of 3 or more to the paper (WCAG 2.2, 1.4.11).
 */
const onLight = [
  "#2426a9",
  "#c0788e",
  "#084e23",
  "#728dfc",
  "#626f10",
  "#9f355c",
  "#8a9d41",
  "#6163a3",
  "#570341",
];
const onDark = [
  "#7f6dfb",
  "#bba80c",
  "#ae3c8c",
  "#aefac8",
  "#df033f",
  "#449e8b",
  "#f2b4fd",
  "#667d3c",
  "#eaf609",
];

/** The colours of `count` stacked terms; beyond nine they begin again, so that neighbours still differ. */
export function termColors(count: number, { name, paper }: Theme): string[] {
  const colors = isDark(name, paper) ? onDark : onLight;
  return Array.from({ length: count }, (_, i) => colors[i % colors.length]);
}

function isDark(name: Theme["name"], paper: string): boolean {
  return name === "dark" || (name === "high contrast" && luminance(paper) < 0.3);
}

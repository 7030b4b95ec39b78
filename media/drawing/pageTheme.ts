import { interpolateLab } from "d3-interpolate";
import { luminance } from "../../kernel/figures/emotionColors.js";
import { darkTheme, highContrastTheme, lightTheme, type Theme } from "../../kernel/figures/theme.js";

/** The theme of the page: VS Code's or JupyterLab's colours if available, else the reader's preference. */
export function pageTheme(): Theme {
  const paper = color("--vscode-editor-background") ?? color("--jp-layout-color0");
  const ink = color("--vscode-editor-foreground") ?? color("--jp-content-font-color1");
  const contrast =
    document.body.classList.contains("vscode-high-contrast") ||
    Boolean(document.body.dataset.jpThemeName?.includes("High Contrast")) ||
    prefers("(forced-colors: active)") ||
    prefers("(prefers-contrast: more)");
  const dark = paper ? luminance(paper) < 0.3 : prefers("(prefers-color-scheme: dark)");
  if (contrast) return dark ? highContrast(paper) : lightContrast;
  const base = dark ? darkTheme : lightTheme;
  return fitted(base, paper ?? pagePaper() ?? base.paper, ink ?? base.ink);
}

/** Calls back when the page's theme may have changed; returns a function that stops this. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  const jupyterLab = ["data-jp-theme-name", "data-jp-theme-light"];
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", ...jupyterLab] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"].map(
    (query) => matchMedia(query),
  );
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

const lightContrast: Theme = {
  ...lightTheme,
  name: "high contrast",
  background: null,
  plate: "#ffffff",
  ink: "#000000",
  faintInk: "#000000",
  line: "#000000",
  sequential: ["#ffffff", ...lightTheme.sequential.slice(1)],
};

function highContrast(paper: string | undefined): Theme {
  return { ...highContrastTheme, background: null, paper: paper ?? highContrastTheme.paper };
}

function fitted(base: Theme, paper: string, ink: string): Theme {
  const mix = interpolateLab(paper, ink);
  const plate = mix(0.06);
  const [, ...sequential] = base.sequential;
  const diverging = base.diverging.with(3, paper);
  const own = { paper, ink, plate, faintInk: mix(0.72), line: mix(0.2) };
  return { ...base, ...own, background: null, sequential: [plate, ...sequential], diverging };
}

function prefers(query: string): boolean {
  return matchMedia(query).matches;
}

/** The colour of a variable of the page, however it is written; without its transparency. */
function color(variable: string): string | undefined {
  const value = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  if (/^#[0-9a-f]{6}/i.test(value)) return value.slice(0, 7);
  return value === "" ? undefined : hexOf(computedColor(value));
}

/** What the browser makes of a colour, e.g. of "white": "rgb(255, 255, 255)". */
function computedColor(value: string): string {
  const probe = document.createElement("span");
  probe.style.color = value;
  if (probe.style.color === "") return "";
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed;
}

function pagePaper(): string | undefined {
  const { backgroundColor } = getComputedStyle(document.body);
  return backgroundColor.startsWith("rgb(") ? hexOf(backgroundColor) : undefined;
}

function hexOf(computed: string): string | undefined {
  const channels = /^rgba?\((.*)\)$/
    .exec(computed)?.[1]
    .match(/\d+(\.\d+)?/g)
    ?.slice(0, 3)
    .map(Number);
  if (channels?.length !== 3) return undefined;
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

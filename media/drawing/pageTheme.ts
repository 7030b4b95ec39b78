import { interpolateLab } from "d3-interpolate";
import { luminance } from "../../kernel/figures/emotionColors.js";
import { darkTheme, highContrastTheme, lightTheme, type Theme } from "../../kernel/figures/theme.js";

/** The theme of the page around an element: VS Code's colours if available, else the reader's preference. */
export function pageTheme(): Theme {
  const paper = vscodeColor("--vscode-editor-background");
  const ink = vscodeColor("--vscode-editor-foreground");
  const contrast =
    document.body.classList.contains("vscode-high-contrast") ||
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
  observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
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

function vscodeColor(name: string): string | undefined {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return /^#[0-9a-f]{6}/i.test(value) ? value.slice(0, 7) : undefined;
}

function pagePaper(): string | undefined {
  const channels =
    getComputedStyle(document.body)
      .backgroundColor.match(/\d+(\.\d+)?/g)
      ?.map(Number) ?? [];
  if (channels.length !== 3) return undefined;
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

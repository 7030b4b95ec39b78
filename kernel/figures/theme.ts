/** Colours and fonts of a view. Colours are CSS colours that Vega can interpolate (hex or rgb()). */
export interface Theme {
  readonly name: "light" | "dark" | "high contrast";
  /** Behind the whole view; null keeps the page's background. */
  readonly background: string | null;
  /** The colour of `background` or of the page behind it, against which contrast is measured. */
  readonly paper: string;
  /** Faint plate behind a sentiment group's block. */
  readonly plate: string;
  readonly ink: string;
  readonly faintInk: string;
  readonly line: string;
  /** Selection, cursor and focus. */
  readonly accent: string;
  /** From rate 0 to rate 1, in one hue, with evenly spaced lightness. */
  readonly sequential: readonly string[];
  /** From -1 through 0 (the paper) to +1: orange to blue, distinguishable with any colour vision. */
  readonly diverging: readonly string[];
  readonly font: string;
}

const font = 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

export const lightTheme: Theme = {
  name: "light",
  background: "#ffffff",
  paper: "#ffffff",
  plate: "#f0f2f5",
  ink: "#1f2328",
  faintInk: "#59636e",
  line: "#c9d1d9",
  accent: "#0550ae",
  sequential: ["#f0f2f5", "#cfe1f2", "#93c3df", "#4b97c9", "#1967ad", "#08306b"],
  diverging: ["#8c3a00", "#d9772b", "#f4c497", "#ffffff", "#a9cbe6", "#3f86c0", "#083d7a"],
  font,
};

export const darkTheme: Theme = {
  name: "dark",
  background: "#1f1f1f",
  paper: "#1f1f1f",
  plate: "#2b2d30",
  ink: "#e6e6e6",
  faintInk: "#a8adb3",
  line: "#4b5057",
  accent: "#6cb6ff",
  sequential: ["#2b2d30", "#16324f", "#1d5384", "#3a80bd", "#77b3e3", "#d6ebff"],
  diverging: ["#ffc999", "#e08a40", "#8a4a16", "#1f1f1f", "#1d4f7c", "#4c97d4", "#b9dcff"],
  font,
};

export const highContrastTheme: Theme = {
  name: "high contrast",
  background: "#000000",
  paper: "#000000",
  plate: "#000000",
  ink: "#ffffff",
  faintInk: "#ffffff",
  line: "#ffffff",
  accent: "#f7d84a",
  sequential: ["#000000", "#0a3157", "#145a99", "#3f8fd6", "#8cc4f5", "#ffffff"],
  diverging: ["#ffcf9e", "#f08c34", "#7d3c00", "#000000", "#0a4478", "#4ea3ec", "#cbe6ff"],
  font,
};

/** MIME types of the figures that users' own cells make, as VS Code's renderers and an HTML page draw them. */
export const vegaMimeTypes = [
  "application/vnd.vegalite.v6+json",
  "application/vnd.vegalite.v5+json",
  "application/vnd.vega.v6+json",
  "application/vnd.vega.v5+json",
] as const;

export const plotlyMimeType = "application/vnd.plotly.v1+json";

/** What plotly.js's cartesian bundle draws, a third of the whole; its README lists it. */
const cartesian = new Set(
  "bar box contour heatmap histogram histogram2d histogram2dcontour image pie scatter scatterternary violin".split(
    " ",
  ),
);

/** Whether the cartesian bundle of plotly.js is enough for a figure; true for what is no figure. */
export function isCartesian(figure: unknown): boolean {
  const { data } = (figure ?? {}) as { readonly data?: unknown };
  if (!Array.isArray(data)) return true;
  return data.every((trace) => {
    const { type = "scatter" } = (trace ?? {}) as { readonly type?: unknown };
    return cartesian.has(String(type));
  });
}

/** MIME types of figures that users' cells create; VS Code's renderers and the HTML page draw them. */
export const vegaMimeTypes = [
  "application/vnd.vegalite.v6+json",
  "application/vnd.vegalite.v5+json",
  "application/vnd.vega.v6+json",
  "application/vnd.vega.v5+json",
] as const;

export const plotlyMimeType = "application/vnd.plotly.v1+json";

/** Trace types in plotly.js's cartesian bundle, a third of the full size; listed in its README. */
const cartesian = new Set(
  "bar box contour heatmap histogram histogram2d histogram2dcontour image pie scatter scatterternary violin".split(
    " ",
  ),
);

/** Whether plotly.js's cartesian bundle is enough for a figure; true for a value that is not a figure. */
export function isCartesian(figure: unknown): boolean {
  const { data } = (figure ?? {}) as { readonly data?: unknown };
  if (!Array.isArray(data)) return true;
  return data.every((trace) => {
    const { type = "scatter" } = (trace ?? {}) as { readonly type?: unknown };
    return cartesian.has(String(type));
  });
}

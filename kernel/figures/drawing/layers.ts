/**
 * Vega-Lite building blocks for views laid out in pixels: positions are data fields, so changing the
 * data never moves anything else, and the same specification renders in Node, in JupyterLab and in a renderer.
 */
export type Datum = Readonly<Record<string, unknown>>;
export type Layer = Readonly<Record<string, unknown>>;
export type Datasets = Readonly<Record<string, readonly Datum[]>>;
export type VegaLiteSpec = Readonly<Record<string, unknown>> & { readonly datasets: Datasets };

/** A pixel position read from a field. */
export function pixels(field: string): Datum {
  return { field, type: "quantitative", scale: null, axis: null };
}

/** A CSS colour read from a field. */
export function cssColor(field: string): Datum {
  return { field, type: "nominal", scale: null, legend: null };
}

interface LayerOptions {
  /** Name of the marks, by which a renderer finds them. */
  readonly name?: string;
  readonly mark?: Datum;
  readonly encoding?: Datum;
}

/** Rectangles from (x, y) to (x2, y2) in the colour `fill`. */
export function rectangles(data: string, { name, mark, encoding }: LayerOptions = {}): Layer {
  return {
    ...(name === undefined ? {} : { name }),
    data: { name: data },
    mark: { type: "rect", ...mark },
    encoding: {
      x: pixels("x"),
      x2: { field: "x2" },
      y: pixels("y"),
      y2: { field: "y2" },
      fill: cssColor("fill"),
      ...encoding,
    },
  };
}

/** Lines from (x, y) to (x2, y2). */
export function lines(data: string, { name, mark, encoding }: LayerOptions = {}): Layer {
  return {
    ...(name === undefined ? {} : { name }),
    data: { name: data },
    mark: { type: "rule", ...mark },
    encoding: { x: pixels("x"), x2: { field: "x2" }, y: pixels("y"), y2: { field: "y2" }, ...encoding },
  };
}

/** Texts at (x, y) from the field `text`. Hidden from screen readers unless `mark.aria` says otherwise. */
export function texts(data: string, { name, mark, encoding }: LayerOptions = {}): Layer {
  return {
    ...(name === undefined ? {} : { name }),
    data: { name: data },
    mark: { type: "text", fontSize: 11, baseline: "middle", aria: false, ...mark },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" }, ...encoding },
  };
}

/** Fixed-size pictures with their top left corner at (x, y), from the field `url`. */
export function pictures(data: string, width: number, height: number, options: LayerOptions = {}): Layer {
  return {
    ...(options.name === undefined ? {} : { name: options.name }),
    data: { name: data },
    mark: { type: "image", width, height, aspect: false, align: "left", baseline: "top", ...options.mark },
    encoding: { x: pixels("x"), y: pixels("y"), url: { field: "url", type: "nominal" }, ...options.encoding },
  };
}

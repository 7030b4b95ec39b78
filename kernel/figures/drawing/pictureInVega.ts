import type { Spec } from "vega";
import type { Datum, Layer, VegaLiteSpec } from "./layers.js";

/**
 * Converts a picture laid out in pixels (see `pictureSpec`) to Vega, as vega-lite's compiler would,
 * without the compiler, whose code is a third of what a view would have to load.
 * Supports only what layers.ts creates; check with {@link isPicture}.
 */
export function pictureInVega(spec: VegaLiteSpec): Spec {
  const { datasets, layer, view: _view, config, ...frame } = spec;
  const { text, rule } = config as Readonly<Record<string, Datum>>;
  return {
    ...frame,
    $schema: "https://vega.github.io/schema/vega/v6.json",
    autosize: "none",
    data: Object.entries(datasets).map(([name, values]) => ({ name, values })),
    marks: (layer as readonly Layer[]).map((one, i) => markOf(one, i)),
    config: { aria: true, style: { text, rule } },
  } as unknown as Spec;
}

/** Whether a specification is such a picture. */
export function isPicture(spec: object): spec is VegaLiteSpec {
  const { autosize, datasets, layer } = spec as { autosize?: unknown; datasets?: unknown; layer?: unknown };
  const none = typeof autosize === "object" && (autosize as Datum | null)?.type === "none";
  return none && typeof datasets === "object" && Array.isArray(layer);
}

type MarkDefinition = Readonly<Record<string, unknown>> & { readonly type: string };

function markOf(layer: Layer, index: number): Datum {
  const { type, aria, ...properties } = layer.mark as MarkDefinition;
  const { name: data } = layer.data as { readonly name: string };
  const name = `${String(layer.name ?? `layer_${index}`)}_marks`;
  const mark = {
    name,
    type: type === "point" ? "symbol" : type,
    style: [type],
    ...(aria === false && { aria }),
    encode: { update: { ...valuesOf(type, properties), ...fieldsOf(type, layer.encoding as Datum) } },
  };
  return type === "area" ? areasOf(mark, data, `layer_${index}_pathgroup`) : { ...mark, from: { data } };
}

/** The properties shared by all marks of a layer. */
function valuesOf(type: string, { filled, ...properties }: Datum): Datum {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) {
    const alignment = type === "image" && (key === "align" || key === "baseline");
    if (key !== "line" && !alignment) values[key] = { value };
  }
  if (type === "area") values.orient = { value: "vertical" };
  if (type === "point") Object.assign(values, filled ? {} : { fill: { value: "transparent" } });
  return values;
}

/** The properties that each mark reads from its datum. */
function fieldsOf(type: string, encoding: Datum): Datum {
  const fields: Record<string, unknown> = {};
  for (const [channel, { field }] of Object.entries(encoding as Record<string, { field: string }>)) {
    if (channel !== "detail")
      fields[type === "text" && channel === "size" ? "fontSize" : channel] = { field };
  }
  return fields;
}

/** One area per emotion. */
function areasOf(mark: Datum, data: string, name: string): Datum {
  const facet = { name: `${data}_areas`, data, groupby: ["fill", "emotion"] };
  const whole = { width: { field: { group: "width" } }, height: { field: { group: "height" } } };
  const marks = [{ ...mark, from: { data: facet.name } }];
  return { name, type: "group", from: { facet }, encode: { update: whole }, marks };
}

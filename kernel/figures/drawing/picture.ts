import type { Theme } from "../theme.js";
import { type Datasets, type Layer, texts, type VegaLiteSpec } from "./layers.js";
import { fitText, textWidth } from "./labelText.js";
import { isPicture } from "./pictureInVega.js";

/** The contents of a picture, besides its theme. */
export interface PictureParts {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Layer[];
  readonly datasets: Datasets;
  /** Read by screen readers. */
  readonly description: string;
}

/** A Vega-Lite specification of one picture laid out in pixels. */
export function pictureSpec(parts: PictureParts, theme: Theme): VegaLiteSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: parts.description,
    background: theme.background,
    padding: 0,
    autosize: { type: "none" },
    width: parts.width,
    height: parts.height,
    view: { stroke: null, fill: null },
    config: {
      font: theme.font,
      text: { fill: theme.ink, font: theme.font },
      rule: { stroke: theme.line },
      aria: true,
    },
    datasets: parts.datasets,
    layer: parts.layers,
  };
}

const titleHeight = 30;
const lineHeight = 17;
const margin = 14;
/** Captions may widen a narrow picture up to this width. */
const captionWidth = 560;

/**
 * The standalone picture (SVG in a saved notebook, JupyterLab): on its own plate, so that it is readable
 * on light and dark pages, with a title above and captions below.
 */
export function standAlone(
  spec: VegaLiteSpec,
  title: string,
  captions: readonly string[],
  theme: Theme,
): VegaLiteSpec {
  const { width, height } = spec as unknown as { width: number; height: number };
  const longest = Math.max(280, ...captions.map((caption) => Math.ceil(textWidth(caption, 12))));
  const room = Math.max(width, Math.min(longest, captionWidth));
  const captionData = captions.map((text, i) => ({
    x: 0,
    y: height + 14 + i * lineHeight,
    text: fitText(text, room, 12),
  }));
  return {
    ...spec,
    padding: {
      left: margin,
      right: margin + room - width,
      top: margin + titleHeight,
      bottom: margin + captions.length * lineHeight + 6,
    },
    datasets: {
      ...spec.datasets,
      title: [{ x: 0, y: -18, text: fitText(title, room, 15) }],
      captions: captionData,
    },
    layer: [
      ...(spec.layer as readonly Layer[]),
      texts("title", { mark: { align: "left", fontSize: 15, fontWeight: 600, fill: theme.ink } }),
      texts("captions", { mark: { align: "left", fontSize: 12, fill: theme.ink } }),
    ],
  };
}

/** A drawing for the export menu: a picture is made standalone, a chart with its own scales gets its title. */
export function forExport(
  spec: VegaLiteSpec,
  title: string,
  captions: readonly string[],
  theme: Theme,
): VegaLiteSpec {
  return isPicture(spec as object)
    ? standAlone(spec, title, captions, theme)
    : { ...spec, padding: margin, title };
}

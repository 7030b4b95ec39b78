import { plotlyMimeType } from "../../../../../kernel/contracts/plotMimeTypes.js";

/** A figure of a user's cell, by what it tries. */
export interface HostileFigure {
  readonly name: string;
  readonly mimeType: string;
  readonly spec: object;
}

const vegaSchema = "https://vega.github.io/schema/vega/v6.json";
const url = (style: string) => `url(${style})`;

/** Figures that try to fetch from an address or to run a script. */
export const hostileFigures = (address: string): readonly HostileFigure[] => [
  ...Object.entries(plotlyFigures(address)).map(([name, spec]) => ({
    ...{ name: `Plotly: ${name}`, mimeType: plotlyMimeType, spec },
  })),
  ...Object.entries(vegaFigures(address)).map(([name, spec]) => ({
    ...{ name: `Vega: ${name}`, mimeType: "application/vnd.vega.v6+json", spec },
  })),
];

function plotlyFigures(address: string): Record<string, object> {
  const picture = { source: `${address}image`, xref: "paper", yref: "paper", x: 0, y: 1, sizex: 1, sizey: 1 };
  const text = (html: string) => ({ data: [{ y: [1, 2] }], layout: { title: { text: html } } });
  return {
    "a picture in the layout": { data: [{ y: [1, 2] }], layout: { images: [picture] } },
    "a picture in the template": {
      data: [{ y: [1] }],
      layout: { template: { layout: { images: [picture] } } },
    },
    "a picture by a template's default": {
      data: [{ y: [1] }],
      layout: {
        template: { layout: { imagedefaults: picture } },
        images: [{ xref: "paper", yref: "paper" }],
      },
    },
    "a picture as a trace": { data: [{ type: "image", source: `${address}trace` }] },
    "a map": { data: [{ type: "scattergeo", lat: [1], lon: [1] }], config: { topojsonURL: address } },
    "a map of areas": { data: [{ type: "choropleth", locations: ["FRA"], z: [1] }] },
    tiles: {
      data: [{ type: "scattermap", lat: [1], lon: [1] }],
      layout: { map: { style: `${address}style` } },
    },
    "a link that is a script": text('<a href="javascript:hit()">x</a>'),
    "a tag with a handler": text("<img src=x onerror=hit()>"),
    "a style that fetches": text(`<span style="list-style-image:${url(`${address}style`)}">x</span>`),
  };
}

function vegaFigures(address: string): Record<string, object> {
  const of = (more: object) => ({ $schema: vegaSchema, width: 50, height: 50, ...more });
  const mark = (type: string, enter: object) => of({ marks: [{ type, encode: { enter } }] });
  const size = { width: { value: 20 }, height: { value: 20 } };
  return {
    "data from elsewhere": of({ data: [{ name: "d", url: `${address}data` }] }),
    "a picture": mark("image", { url: { value: `${address}picture` }, ...size }),
    "a fill that is an address": mark("rect", { fill: { value: url(`${address}fill#a`) }, ...size }),
    "a cursor that is an address": of({
      signals: [{ name: "cursor", value: `${url(`${address}cursor`)}, auto` }],
      marks: [{ type: "rect", encode: { enter: size } }],
    }),
    "a link that is a script": mark("rect", { href: { value: "javascript:hit()" }, ...size }),
    "an expression that is a script": mark("text", { text: { signal: "hit()" } }),
    "an expression that leaves its language": mark("text", {
      text: { signal: "(''.constructor.constructor('hit()'))()" },
    }),
    "text that is HTML": mark("text", { text: { value: "<img src=x onerror=hit()>" } }),
  };
}

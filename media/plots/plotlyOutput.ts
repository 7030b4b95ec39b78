import { closedFigure } from "./closedFigure.js";
import { completed } from "./completed.js";
import { onThemeChange, pageTheme } from "../drawing/pageTheme.js";
import { worded } from "../../kernel/words/words.js";

interface PlotlyFigure {
  readonly data?: unknown[];
  readonly layout?: Record<string, unknown>;
  readonly config?: Record<string, unknown>;
  readonly frames?: unknown[];
}

export interface Plotly {
  newPlot(element: HTMLElement, figure: object): Promise<unknown>;
  purge(element: HTMLElement): void;
  Plots: { resize(element: HTMLElement): void };
}

/**
 * Draws a Plotly figure from a user's own cell in the page's colours; the user's layout takes precedence. Nothing is
 * fetched for it; a sentence below says which pictures are missing.
 * @throws Error when it is no figure, or a map, which plotly.js would have to fetch
 * @param plotly a plotly.js bundle that supports the figure's traces
 */
export async function drawWithPlotly(
  plotly: Plotly,
  element: HTMLElement,
  figure: unknown,
): Promise<() => void> {
  const place = document.createElement("div");
  const { figure: closed, missing } = closedFigure(figure as PlotlyFigure);
  element.replaceChildren(place, ...missing.map(missingPicture));
  const draw = () => plotly.newPlot(place, themed(closed));
  await draw();
  const ends = [onThemeChange(() => void draw()), followWidth(plotly, place)];
  return () => {
    for (const end of ends) end();
    plotly.purge(place);
  };
}

function missingPicture(address: string): HTMLElement {
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "note");
  sentence.textContent = worded(
    "A picture is missing, as figures fetch nothing: {0}. Put its data into the figure.",
    address,
  );
  return sentence;
}

function themed(figure: PlotlyFigure): object {
  if (!Array.isArray(figure?.data))
    throw new TypeError(worded("it is not a Plotly figure: `data` must be a list of traces"));
  const { ink, line, font } = pageTheme();
  const axis = { gridcolor: line, linecolor: line, zerolinecolor: line };
  const axes = [
    "xaxis",
    "yaxis",
    ...Object.keys(figure.layout ?? {}).filter((key) => /^[xy]axis\d+$/.test(key)),
  ];
  const theme = {
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { color: ink, family: font },
    ...Object.fromEntries(axes.map((name) => [name, axis])),
  };
  const layout = completed(theme, figure.layout);
  const config = {
    responsive: true,
    displaylogo: false,
    ...figure.config,
    plotlyServerURL: "",
    showSendToCloud: false,
  };
  return { data: figure.data, layout, config, frames: figure.frames };
}

function followWidth(plotly: Plotly, place: HTMLElement): () => void {
  const sizes = new ResizeObserver(() => {
    if (place.offsetWidth > 0) plotly.Plots.resize(place);
  });
  sizes.observe(place);
  return () => sizes.disconnect();
}

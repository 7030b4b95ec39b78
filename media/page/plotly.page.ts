/** The script of an HTML page with Plotly figures. */
import plotly from "plotly.js-strict-dist-min";
import { plotlyMimeType } from "../../kernel/contracts/plotMimeTypes.js";
import { drawWithPlotly, type Plotly } from "../plots/plotlyOutput.js";
import { bringToLife, figure } from "./outputs.js";
import { speakAsPage } from "../words/pageLanguage.js";

speakAsPage();
bringToLife(
  (type) => type === plotlyMimeType,
  figure((place, spec) => drawWithPlotly(plotly as Plotly, place, spec)),
);

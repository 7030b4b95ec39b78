import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { vegaLiteMimeType } from "../../contracts/viewMimeTypes.js";
import {
  calibrationLines,
  calibrationText,
  type ReportedCalibration,
  temperatureText,
} from "../calibration/calibrationText.js";
import { binSentence } from "../calibration/reliabilityBins.js";
import { type ReliabilityPanel, reliabilitySpec } from "../calibration/reliabilitySpec.js";
import { percent } from "../drawing/labelText.js";
import { standAlone } from "../drawing/picture.js";
import { renderSvg } from "../drawing/svg.js";
import { withTextAlternative } from "../drawing/textAlternative.js";
import { lightTheme as theme } from "../theme.js";

const title = "Calibration: how sure, and how often right";
/** Wide enough for the titles of two diagrams beside each other. */
const width = 560;

/** The reliability diagram as SVG and Vega-Lite, and the table as text; only text where no clip can be counted. */
export async function calibrationBundle(report: ReportedCalibration): Promise<MimeBundle> {
  const text = { "text/plain": calibrationText(report) };
  if (report.figures.clips === 0) return text;
  const captions = calibrationLines(report);
  const panels = panelsOf(report);
  const description = [...captions, ...panels.map(panelSentence)].join(" ");
  const spec = standAlone(reliabilitySpec({ panels, width, theme, description }), title, captions, theme);
  const svg = withTextAlternative(await renderSvg(spec), title, description);
  return { [vegaLiteMimeType]: spec, "image/svg+xml": svg, ...text };
}

function panelsOf({ figures, scaled }: ReportedCalibration): ReliabilityPanel[] {
  if (!scaled) return [{ title: "", figures }];
  const temperature = temperatureText(scaled.fit);
  return [
    { title: `unscaled: ${percent(figures.ece, 1)} %`, figures },
    { title: `temperature ${temperature}: ${percent(scaled.figures.ece, 1)} %`, figures: scaled.figures },
  ];
}

function panelSentence({ title, figures }: ReliabilityPanel): string {
  const bins = figures.bins.filter(({ clips }) => clips > 0).map(binSentence);
  return `${title === "" ? "" : `${title}: `}${bins.join("; ")}.`;
}

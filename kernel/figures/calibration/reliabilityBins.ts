import type { CalibrationBin } from "../../metrics/calibration.js";
import { percent, shortCount, textWidth } from "../drawing/labelText.js";
import type { Datasets, Datum } from "../drawing/layers.js";
import type { Theme } from "../theme.js";
import type { PanelPlace } from "./reliabilityLayout.js";

/** Colours of a reliability diagram: the share that is right, and gaps of either direction. */
export function reliabilityColors({ sequential, diverging }: Theme) {
  return { right: sequential[3], tooSure: diverging[1], tooUnsure: diverging[6] };
}

/** The bars, gaps and numbers of one diagram; bins without clips are left out. */
export function binDatasets(bins: readonly CalibrationBin[], place: PanelPlace, theme: Theme): Datasets {
  const filled = bins.filter(({ clips }) => clips > 0);
  const most = Math.max(...filled.map(({ clips }) => clips));
  return {
    bars: filled.map((bin) => barOf(bin, place, theme)),
    gaps: filled.map((bin) => gapOf(bin, place, theme)),
    right: filled.map((bin) => ({ ...sidesOf(bin, place), ...levelOf(bin.accuracy, place) })),
    counts: filled.map((bin) => countOf(bin, most, place, theme)),
    numbers: numbersOf(filled, most, place),
    bins: filled.map((bin) => ({
      ...{ ...sidesOf(bin, place), y: place.top, y2: place.floor, fill: theme.paper },
      description: binSentence(bin),
    })),
  };
}

/** A bin in words. */
export function binSentence({ from, to, clips, confidence, accuracy }: CalibrationBin): string {
  const range = `Confidence ${percent(from, 1)} to ${percent(to, 1)} %`;
  return `${range}: ${clips} clips, mean confidence ${percent(confidence, 1)} %, right ${percent(accuracy, 1)} %`;
}

/** A pixel is left free between bins. */
function sidesOf({ from, to }: CalibrationBin, { left, width }: PanelPlace) {
  return { x: left + from * width + 0.5, x2: left + to * width - 0.5 };
}

function heightOf(share: number, { top, height }: PanelPlace): number {
  return top + (1 - Math.min(1, share)) * height;
}

function levelOf(share: number, place: PanelPlace) {
  return { y: heightOf(share, place), y2: heightOf(share, place) };
}

/** From 0 to what is both claimed and right; a pixel is left free below a gap, where no line of right answers parts them. */
function barOf(bin: CalibrationBin, place: PanelPlace, theme: Theme): Datum {
  const free = bin.accuracy > bin.confidence ? 1 : 0;
  const y = heightOf(Math.min(bin.accuracy, bin.confidence), place) + free;
  return { ...sidesOf(bin, place), y, y2: place.top + place.height, fill: reliabilityColors(theme).right };
}

/** From the share that is right to the mean confidence: the distance that the error sums up. */
function gapOf(bin: CalibrationBin, place: PanelPlace, theme: Theme): Datum {
  const { tooSure, tooUnsure } = reliabilityColors(theme);
  const [low, high] = [bin.accuracy, bin.confidence].sort((a, b) => a - b);
  const fill = bin.confidence > bin.accuracy ? tooSure : tooUnsure;
  return { ...sidesOf(bin, place), y: heightOf(high, place), y2: heightOf(low, place), fill };
}

function countOf(bin: CalibrationBin, most: number, place: PanelPlace, theme: Theme): Datum {
  const y = place.floor - (bin.clips / most) * place.strip;
  return { ...sidesOf(bin, place), y, y2: place.floor, fill: theme.faintInk };
}

/** The number of clips above each bar; where the bins are too narrow for it, above the highest alone. */
function numbersOf(filled: readonly CalibrationBin[], most: number, place: PanelPlace): Datum[] {
  const numbers = filled.map((bin) => {
    const { x, x2 } = sidesOf(bin, place);
    const y = place.floor - (bin.clips / most) * place.strip - 8;
    return { x: (x + x2) / 2, y, text: shortCount(bin.clips), clips: bin.clips, room: x2 - x - 3 };
  });
  if (numbers.every(({ text, room }) => textWidth(text) <= room)) return numbers;
  return numbers.filter(({ clips }) => clips === most).slice(0, 1);
}

import type { View } from "vega";
import { onThemeChange, pageTheme } from "../drawing/pageTheme.js";
import { fetchingStyle } from "./closedFigure.js";
import { completed } from "./completed.js";
import { boardConfig } from "../../kernel/figures/trainingBoard/chartStyle.js";
import { worded } from "../../kernel/words/words.js";

/**
 * Draws a Vega or Vega-Lite specification from a user's own cell in the page's colours.
 * @throws Error when it is none, or wants data from elsewhere
 */
export async function drawVega(element: HTMLElement, spec: unknown): Promise<() => void> {
  const { createView } = await import("../drawing/vegaRuntime.js");
  let view: View | undefined;
  const draw = async () => {
    view?.finalize();
    const place = document.createElement("div");
    place.style.overflowX = "auto";
    element.replaceChildren(place);
    const refused: string[] = [];
    view = await createView(themed(spec as Record<string, unknown>), place, (why) => refused.push(why));
    await view.runAsync();
    if (refused.length > 0) throw new Error(refused[0]);
  };
  await draw();
  const end = onThemeChange(() => void draw());
  return () => {
    end();
    view?.finalize();
  };
}

/** Applies the theme; the user's own settings take precedence. */
function themed(spec: Record<string, unknown>): object {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec))
    throw new TypeError(worded("it is not a Vega specification"));
  const fetching = fetchingStyle(spec);
  if (fetching !== undefined)
    throw new Error(worded("Views load nothing from outside the notebook. Take out the style {0}", fetching));
  const theme = boardConfig(pageTheme());
  const config = typeof spec.config === "object" && spec.config !== null ? spec.config : {};
  return {
    background: "transparent",
    ...spec,
    config: completed(theme, config as Readonly<Record<string, unknown>>),
  };
}

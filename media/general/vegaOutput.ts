import type { View } from "vega";
import { onThemeChange, pageTheme } from "../drawing/pageTheme.js";
import { boardConfig } from "../../kernel/aen/views/trainingSpec.js";

/** Draws a Vega or Vega-Lite specification of a user's own cell in the page's colours. */
export async function drawVega(element: HTMLElement, spec: unknown): Promise<() => void> {
  const { createView } = await import("../drawing/vegaRuntime.js");
  let view: View | undefined;
  const draw = async () => {
    view?.finalize();
    const place = document.createElement("div");
    place.style.overflowX = "auto";
    element.replaceChildren(place);
    view = await createView(themed(spec as Record<string, unknown>), place);
    await view.runAsync();
  };
  await draw();
  const end = onThemeChange(() => void draw());
  return () => {
    end();
    view?.finalize();
  };
}

/** The user's own settings win over the theme's. */
function themed(spec: Record<string, unknown>): object {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec))
    throw new TypeError("it is not a Vega specification");
  const theme = boardConfig(pageTheme());
  const config = typeof spec.config === "object" && spec.config !== null ? spec.config : {};
  return { background: "transparent", ...spec, config: { ...theme, ...config } };
}

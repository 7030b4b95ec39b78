import { plotlyMimeType, vegaMimeTypes } from "../../kernel/contracts/plotMimeTypes.js";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import { languageFor } from "../../kernel/words/language.js";
import type { ViewHost } from "../host/viewHost.js";
import { drawPlotly } from "../plots/loadPlotly.js";
import { drawVega } from "../plots/vegaOutput.js";
import { speak } from "../words/speak.js";
import type { LabModules, NotebookTracker, Plugin, Renderer, RenderMimeRegistry } from "./jupyterlab.js";
import { leaveKeysToViews } from "./keys.js";
import { notebookHost, quietHost } from "./notebookHost.js";
import { plotRenderers, viewClass, viewRenderers } from "./viewRenderer.js";

/** Before the pictures of the same output, which JupyterLab ranks from 50 on, and before its own Vega-Lite. */
const rankOfViews = -10;
const rankOfPlots = 40;

/** The plugin that draws our outputs in JupyterLab: alive with a kernel in a notebook, to explore everywhere else. */
export function viewsPlugin(modules: LabModules): Plugin {
  const { INotebookTracker } = modules["@jupyterlab/notebook"];
  const { IRenderMimeRegistry } = modules["@jupyterlab/rendermime"];
  return {
    id: "aen-notebook:views",
    description: "Draws confusion matrices, timelines and boards of AEN Notebook.",
    autoStart: true,
    requires: [IRenderMimeRegistry, INotebookTracker],
    optional: [modules["@jupyterlab/translation"].ITranslator],
    activate(
      _,
      registry: RenderMimeRegistry,
      notebooks: NotebookTracker,
      translator?: { readonly languageCode: string } | null,
    ) {
      if (translator) void speak(languageFor(translator.languageCode));
      leaveKeysToViews(viewClass);
      addPlots(registry, modules);
      addViews(
        registry,
        modules,
        quietHost(() => "file"),
      );
      const add: Parameters<NotebookTracker["forEach"]>[0] = (panel) =>
        addViews(panel.content.rendermime, modules, hostOf(panel));
      notebooks.forEach(add);
      notebooks.widgetAdded.connect((__, panel) => add(panel));
    },
  };

  function hostOf(panel: Parameters<typeof notebookHost>[0]): ViewHost {
    return notebookHost(panel, modules["@jupyterlab/notebook"].NotebookActions);
  }
}

/** Views draw data and run none of it, so they are drawn in notebooks that are not trusted, too. */
function addViews(registry: RenderMimeRegistry, modules: LabModules, host: ViewHost): void {
  const create = viewRenderers(modules["@lumino/widgets"].Widget, host);
  addFactory(registry, Object.values(viewMimeTypes), create, rankOfViews);
}

/** Plots that nobody else draws: Plotly's, and Vega of a version that this JupyterLab does not know. */
function addPlots(registry: RenderMimeRegistry, modules: LabModules): void {
  const { Widget } = modules["@lumino/widgets"];
  const isFree = (type: string): boolean => registry.getFactory(type) === undefined;
  addFactory(registry, [plotlyMimeType].filter(isFree), plotRenderers(Widget, drawPlotly), rankOfPlots);
  addFactory(registry, vegaMimeTypes.filter(isFree), plotRenderers(Widget, drawVega), rankOfPlots);
}

function addFactory(
  registry: RenderMimeRegistry,
  mimeTypes: readonly string[],
  create: (mimeType: string) => Renderer,
  rank: number,
): void {
  if (mimeTypes.length === 0) return;
  registry.addFactory({ safe: true, mimeTypes, createRenderer: ({ mimeType }) => create(mimeType) }, rank);
}

import type { ViewRequest } from "../../kernel/contracts/viewMessages.js";
import { storedState } from "../host/storedState.js";
import type { ViewHost } from "../host/viewHost.js";
import { SharedByViews } from "../selection/sharedSelection.js";
import type { LabModules, Notebook, NotebookPanel } from "./jupyterlab.js";
import { KernelChannel } from "./kernelChannel.js";

type Actions = LabModules["@jupyterlab/notebook"]["NotebookActions"];

/** Where the views of one notebook are placed: its kernel, its selection, and its state in the browser's storage. */
export function notebookHost(panel: NotebookPanel, actions: Actions): ViewHost {
  const kernel = new KernelChannel(panel.sessionContext);
  panel.disposed.connect(() => kernel.dispose());
  return {
    ...quietHost(() => panel.context.path),
    postMessage: (request) => post(request),
    onMessage: (listener) => kernel.onMessage(listener),
  };

  function post(request: ViewRequest): void {
    if (request.type === "insert-cell") insertCell(panel.content, request.code, actions);
    else void kernel.send(request).catch(console.error);
  }
}

/** Where a view is placed that has no kernel. @param path tells apart what views of several files keep */
export function quietHost(path: () => string): ViewHost {
  const stored = storedState();
  return {
    shared: new SharedByViews(),
    loadState: (key) => stored.load(`${path()} ${key}`),
    saveState: (key, state) => stored.save(`${path()} ${key}`, state),
  };
}

/** Inserts below the cell in which the reader is, i.e. the one of the view that was used. */
function insertCell(notebook: Notebook, code: string, actions: Actions): void {
  const used = notebook.widgets.findIndex(({ node }) => node.contains(document.activeElement));
  if (used >= 0) notebook.activeCellIndex = used;
  actions.insertBelow(notebook);
  notebook.activeCell?.model.sharedModel.setSource(code);
}

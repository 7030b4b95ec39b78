import assert from "node:assert/strict";
import { plotlyMimeType, vegaMimeTypes } from "../../../kernel/contracts/plotMimeTypes.js";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import type {
  LabModules,
  NotebookPanel,
  NotebookTracker,
  RendererFactory,
  RenderMimeRegistry,
} from "../../../media/jupyterlab/jupyterlab.js";
import { viewsPlugin } from "../../../media/jupyterlab/plugin.js";
import { FakeSession, FakeSignal } from "./fakeSession.js";

/** A registry that keeps the rank of each MIME type, as JupyterLab's does. */
class Registry implements RenderMimeRegistry {
  readonly ranks: Record<string, number> = {};
  constructor(readonly others: readonly string[] = []) {}
  getFactory(mimeType: string): RendererFactory | undefined {
    return this.others.includes(mimeType) ? ({} as RendererFactory) : undefined;
  }
  addFactory({ mimeTypes, safe }: RendererFactory, rank: number): void {
    assert.ok(safe);
    for (const type of mimeTypes) this.ranks[type] = rank;
  }
}

function panel(): NotebookPanel & { content: { rendermime: Registry } } {
  const content = {
    rendermime: new Registry(),
    node: null!,
    widgets: [],
    activeCellIndex: 0,
    activeCell: null,
  };
  const disposed = new FakeSignal<unknown>();
  return { content, context: { path: "a.ipynb" }, sessionContext: new FakeSession(null), disposed };
}

describe("the plugin of JupyterLab", () => {
  const [mime, tracker] = [{}, {}];
  const previous = globalThis.window;
  before(() => void ((globalThis as { window?: unknown }).window = { addEventListener: () => {} }));
  after(() => void (globalThis.window = previous));
  const modules = {
    "@jupyterlab/notebook": {
      INotebookTracker: tracker,
      NotebookActions: { insertBelow: () => {}, runCells: async () => true },
    },
    "@jupyterlab/apputils": {
      ICommandPalette: {},
      ISessionContextDialogs: {},
      Notification: { info: () => {} },
    },
    "@jupyterlab/translation": { ITranslator: {} },
    "@jupyterlab/rendermime": { IRenderMimeRegistry: mime },
    "@lumino/widgets": { Widget: class {} as never },
  } satisfies LabModules;
  const views = Object.values(viewMimeTypes);

  function activate(registry: Registry, open: readonly NotebookPanel[]): FakeSignal<NotebookPanel> {
    const widgetAdded = new FakeSignal<NotebookPanel>();
    const notebooks: NotebookTracker = { forEach: (each) => open.forEach(each), widgetAdded };
    viewsPlugin(modules).activate(null as never, registry as never, notebooks as never);
    return widgetAdded;
  }

  it("asks for JupyterLab's own services", () => {
    const { requires, autoStart } = viewsPlugin(modules);
    assert.deepEqual([requires[0] === mime, requires[1] === tracker, autoStart], [true, true, true]);
  });

  it("draws views in notebooks that are open, that are opened later, and in other files", () => {
    const [known, later, registry] = [panel(), panel(), new Registry()];
    activate(registry, [known]).emit(later);
    for (const { ranks } of [registry, known.content.rendermime, later.content.rendermime])
      for (const type of views) assert.ok(ranks[type] < 0, type);
  });

  it("draws plots only where nobody else does", () => {
    const others = [plotlyMimeType, "application/vnd.vegalite.v5+json"];
    const registry = new Registry(others);
    activate(registry, []);
    for (const type of vegaMimeTypes) assert.equal(type in registry.ranks, !others.includes(type), type);
    assert.ok(!(plotlyMimeType in registry.ranks));
    const alone = new Registry();
    activate(alone, []);
    assert.ok(alone.ranks[plotlyMimeType] > 0);
  });
});

/**
 * The part of JupyterLab 4 (and of Notebook 7, which is built on it) that the views use, as its documentation
 * describes it. Values of these types come from the page at run time, see sharedModules.ts.
 */

/** Names a service of the application. */
export type Token = object;

export interface Signal<Args> {
  connect(slot: (sender: unknown, args: Args) => void): boolean;
  disconnect(slot: (sender: unknown, args: Args) => void): boolean;
}

/** A plugin of the application: `activate` is called with the services that it requires. */
export interface Plugin {
  readonly id: string;
  readonly description: string;
  readonly autoStart: boolean;
  readonly requires: readonly Token[];
  /** Services that it does without where there are none: null then. */
  readonly optional?: readonly Token[];
  activate(application: never, ...services: never[]): void;
}

/** A Lumino widget: `node` is its place on the page, which may leave the page and come back. */
export interface Widget {
  readonly node: HTMLElement;
  readonly isDisposed: boolean;
  setHidden(isHidden: boolean): void;
  dispose(): void;
}

export type WidgetClass = new () => Widget;

/** An output: its data by MIME type. */
export interface MimeModel {
  readonly data: Readonly<Record<string, unknown>>;
}

/** Draws an output, and draws it again when its data change. */
export interface Renderer extends Widget {
  renderModel(model: MimeModel): Promise<void>;
}

export interface RendererFactory {
  /** Whether outputs of notebooks that are not trusted may be drawn. */
  readonly safe: boolean;
  readonly mimeTypes: readonly string[];
  createRenderer(options: { readonly mimeType: string }): Renderer;
}

/** Chooses the renderer of an output: the MIME type of the lowest rank wins. */
export interface RenderMimeRegistry {
  getFactory(mimeType: string): RendererFactory | undefined;
  addFactory(factory: RendererFactory, rank: number): void;
}

/** A line of messages to the kernel. */
export interface Comm {
  open(data?: object): unknown;
  send(data: object): unknown;
  readonly isDisposed: boolean;
  onMsg: (message: { readonly content: { readonly data: unknown } }) => void;
  onClose: (message: unknown) => void;
}

export interface Kernel {
  readonly info: Promise<{ readonly implementation: string }>;
  createComm(target: string): Comm;
}

export interface SessionContext {
  /** Once its kernel, if it has one, is connected. */
  readonly ready: Promise<void>;
  readonly session: { readonly kernel: Kernel | null } | null;
  readonly kernelChanged: Signal<unknown>;
  readonly statusChanged: Signal<string>;
}

/** Questions about a kernel. */
export type SessionDialogs = object;

/** A notebook on the page. */
export interface NotebookPanel {
  readonly content: Notebook;
  readonly context: { readonly path: string };
  readonly sessionContext: SessionContext;
  readonly disposed: Signal<unknown>;
}

export interface Notebook {
  readonly rendermime: RenderMimeRegistry;
  readonly node: HTMLElement;
  readonly widgets: readonly Widget[];
  activeCellIndex: number;
  readonly activeCell: { readonly model: { readonly sharedModel: { setSource(code: string): void } } } | null;
}

export interface NotebookTracker {
  forEach(each: (panel: NotebookPanel) => void): void;
  readonly widgetAdded: Signal<NotebookPanel>;
}

/** What the application's modules export, as far as the views use it. */
export interface LabModules {
  readonly "@jupyterlab/notebook": {
    readonly INotebookTracker: Token;
    readonly NotebookActions: {
      insertBelow(notebook: Notebook): void;
      /** @param dialogs ask for a kernel where there is none; without them, nothing is run then */
      runCells(
        notebook: object,
        cells: readonly object[],
        session: SessionContext,
        dialogs?: SessionDialogs,
      ): Promise<boolean>;
    };
  };
  readonly "@jupyterlab/apputils": {
    readonly ICommandPalette: Token;
    readonly ISessionContextDialogs: Token;
    readonly Notification: { info(message: string, options: { readonly autoClose: number }): unknown };
  };
  readonly "@jupyterlab/translation": { readonly ITranslator: Token };
  readonly "@jupyterlab/rendermime": { readonly IRenderMimeRegistry: Token };
  readonly "@lumino/widgets": { readonly Widget: WidgetClass };
}

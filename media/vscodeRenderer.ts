import type { ActivationFunction, OutputItem, RendererContext } from "vscode-notebook-renderer";
import { storedState } from "./host/storedState.js";
import type { ViewHost } from "./host/viewHost.js";
import { sharedByPage } from "./selection/sharedSelection.js";
import { type MountedView, mountView } from "./mountView.js";
import { speakAndRemember, speakAsLast } from "./words/rememberedLanguage.js";

type SavedStates = Record<string, unknown>;

/** A VS Code notebook renderer for our views; each `*.renderer.ts` is an entry that VS Code finds by MIME type. */
export const activateViews: ActivationFunction<SavedStates> = (context) => {
  const host = vscodeHost(context);
  followLanguage(host);
  const mounted = new Map<string, { element: HTMLElement; view: Promise<MountedView> }>();
  const dispose = (id: string) => {
    void mounted.get(id)?.view.then((view) => view.dispose());
    mounted.delete(id);
  };
  return {
    async renderOutputItem(item: OutputItem, element: HTMLElement) {
      const payload = readJson(item);
      const known = mounted.get(item.id);
      if (known?.element === element) return (await known.view).update(payload);
      dispose(item.id);
      const view = mountView(element, item.mime, payload, host);
      mounted.set(item.id, { element, view });
      await view;
    },
    disposeOutputItem(id?: string) {
      for (const one of id === undefined ? [...mounted.keys()] : [id]) dispose(one);
    },
  };
};

/** Views speak the language of the last page until VS Code has told theirs; it tells again when it is changed. */
function followLanguage({ onMessage, postMessage }: ViewHost): void {
  speakAsLast();
  onMessage?.((message) => {
    if (message.type === "language") speakAndRemember(message.language);
  });
  postMessage?.({ type: "language" });
}

function readJson(item: OutputItem): unknown {
  try {
    return item.json();
  } catch {
    return undefined;
  }
}

/** State is kept in the web view's state and, to survive a reload, in its storage. */
function vscodeHost(context: RendererContext<SavedStates>): ViewHost {
  const stored = storedState();
  const { postMessage, onDidReceiveMessage } = context;
  return {
    shared: sharedByPage(),
    resumesRuns: true,
    ...(postMessage && { postMessage: (message) => postMessage.call(context, message) }),
    ...(onDidReceiveMessage && {
      onMessage: (listener) => {
        const subscription = onDidReceiveMessage(listener);
        return () => subscription.dispose();
      },
    }),
    loadState: (key) => context.getState()?.[key] ?? stored.load(key),
    saveState: (key, state) => {
      context.setState({ ...context.getState(), [key]: state });
      stored.save(key, state);
    },
  };
}

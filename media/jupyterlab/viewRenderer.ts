import type { ViewHost } from "../host/viewHost.js";
import { drawOrSayWhy } from "../plots/drawOrSayWhy.js";
import type { Draw } from "../plots/plotRenderer.js";
import { type MountedView, mountView } from "../mountView.js";
import type { MimeModel, Renderer, WidgetClass } from "./jupyterlab.js";

/** The class of each widget that shows one of our outputs. */
export const viewClass = "aen-view";

/** Draws into an element; the result takes newer data, and ends. */
type Mount = (element: HTMLElement, mimeType: string, data: unknown) => Promise<MountedView>;

/** A factory of our views' widgets, which live as long as their output, on and off the page. */
export function viewRenderers(Widget: WidgetClass, host: ViewHost): (mimeType: string) => Renderer {
  return mountedRenderers(Widget, (element, mimeType, data) => mountView(element, mimeType, data, host));
}

/** A factory of widgets that draw plots of users' own cells anew whenever their data change. */
export function plotRenderers(Widget: WidgetClass, draw: Draw): (mimeType: string) => Renderer {
  return mountedRenderers(Widget, async (element, _, spec) => {
    let end = await drawOrSayWhy(element, () => draw(element, spec));
    return {
      async update(newer) {
        end();
        end = await drawOrSayWhy(element, () => draw(element, newer));
      },
      dispose: () => end(),
    };
  });
}

/** A factory of widgets that mount their output when its first data come, and hand later data on. */
export function mountedRenderers(Widget: WidgetClass, mount: Mount): (mimeType: string) => Renderer {
  class MountedRenderer extends Widget implements Renderer {
    #mounted: Promise<MountedView> | undefined;

    constructor(private readonly mimeType: string) {
      super();
      this.node.classList.add(viewClass);
    }

    async renderModel({ data }: MimeModel): Promise<void> {
      const payload = data[this.mimeType];
      if (this.#mounted) return (await this.#mounted).update(payload);
      this.#mounted = mount(this.node, this.mimeType, payload);
      await this.#mounted;
    }

    override dispose(): void {
      if (this.isDisposed) return;
      void this.#mounted?.then((view) => view.dispose());
      super.dispose();
    }
  }
  return (mimeType) => new MountedRenderer(mimeType);
}

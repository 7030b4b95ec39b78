import { damageOf } from "./payload/damage.js";
import type { ViewHost } from "./host/viewHost.js";
import { type PlacedView, type ViewKind, viewLoaders } from "./viewLoaders.js";

/** A view on a page. */
export interface MountedView {
  /** Shows a newer payload of the same output in place. */
  update(payload: unknown): Promise<void>;
  dispose(): void;
}

/**
 * Draws the payload of a view into an element. A payload that is damaged, or of a version that this build does
 * not know, leaves a sentence instead; it never throws.
 * @param mimeType one of the types of kernel/aen/views/mimeTypes.ts
 */
export async function mountView(
  element: HTMLElement,
  mimeType: string,
  payload: unknown,
  host: ViewHost,
): Promise<MountedView> {
  const place = new MountedPlace(element, mimeType, host);
  await place.update(payload);
  return place;
}

class MountedPlace implements MountedView {
  #view: PlacedView | undefined;
  #disposed = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly mimeType: string,
    private readonly host: ViewHost,
  ) {}

  async update(payload: unknown): Promise<void> {
    try {
      const load = viewLoaders.get(this.mimeType);
      if (!load)
        return this.#refuse("it is of a kind or version that this build does not know; update AEN Notebook");
      const { View: Kind, validate } = await load();
      if (this.#disposed) return;
      const damage = damageOf(payload, validate);
      if (damage !== null) return this.#refuse(damage);
      if (this.#view) this.#view.update(payload as never);
      else this.#start(Kind, payload);
    } catch (error) {
      this.#refuse(error instanceof Error ? error.message : String(error));
    }
  }

  #start(Kind: ViewKind["View"], payload: unknown): void {
    const own = document.createElement("div");
    this.element.replaceChildren(own);
    this.#view = new Kind(own, payload as never, this.host);
    this.#view.start();
  }

  #refuse(why: string): void {
    this.#view?.dispose();
    this.#view = undefined;
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "note");
    sentence.textContent = `This view cannot be drawn: ${why}. Run its cell again to make it anew.`;
    this.element.replaceChildren(sentence);
  }

  dispose(): void {
    this.#disposed = true;
    this.#view?.dispose();
    this.#view = undefined;
    this.element.replaceChildren();
  }
}

import { damageOf } from "./payload/damage.js";
import type { ViewHost } from "./host/viewHost.js";
import { loaderOf, type PlacedView, type ViewKind } from "./viewLoaders.js";
import { unpackedPayload } from "../kernel/contracts/packedPayload.js";
import { messageOf } from "../kernel/contracts/messageOf.js";
import { language, worded } from "../kernel/words/words.js";
import { spoken } from "./words/pageLanguage.js";

/** A view on a page. */
export interface MountedView {
  /** Shows a newer payload of the same output in place. */
  update(payload: unknown): Promise<void>;
  dispose(): void;
}

/**
 * Draws a view's payload into an element. If the payload is damaged, or of a version that this build does not know, it
 * shows a message instead. Never throws.
 * @param mimeType one of kernel/contracts/viewMimeTypes.ts
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

  async update(given: unknown): Promise<void> {
    const payload = unpackedPayload(given);
    await spoken();
    try {
      const load = loaderOf(this.mimeType);
      if (!load)
        return this.#refuse(
          worded("this version of AEN Notebook does not know its kind or version; update AEN Notebook"),
        );
      const { View: Kind, validate } = await load();
      if (this.#disposed) return;
      const damage = damageOf(payload, validate);
      if (damage !== null) return this.#refuse(damage);
      if (this.#view) this.#view.update(payload as never);
      else this.#start(Kind, payload);
    } catch (error) {
      console.error(error);
      this.#refuse(messageOf(error));
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
    sentence.lang = language();
    sentence.textContent = worded(
      "This view cannot be drawn: {0}. Run its cell again to make a new one.",
      why,
    );
    this.element.replaceChildren(sentence);
  }

  dispose(): void {
    this.#disposed = true;
    this.#view?.dispose();
    this.#view = undefined;
    this.element.replaceChildren();
  }
}

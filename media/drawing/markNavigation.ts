/** The data behind a mark, as Vega stores it on the mark's element. */
export type MarkDatum = Readonly<Record<string, unknown>>;

interface VegaElement extends SVGElement {
  readonly __data__?: { readonly datum?: MarkDatum };
}

export interface MarkNavigationOptions {
  /** Name of the marks in the specification. */
  readonly name: string;
  /** The group's label for screen readers, e.g. "Cells of the matrix"; read anew after each drawing, as the language may change. */
  readonly label: string;
  readonly labelOf: (datum: MarkDatum) => string;
  readonly isPressed?: (datum: MarkDatum) => boolean;
  readonly onActivate: (datum: MarkDatum) => void;
}

/**
 * Makes marks of a drawing work like buttons: Tab reaches one of them, arrow keys move to the nearest one in that
 * direction, Home and End go to the first and last, and Enter, Space or a click activates one.
 */
export class MarkNavigation {
  #current = 0;
  #marks: VegaElement[] = [];
  #group: Element | null = null;

  constructor(private readonly options: MarkNavigationOptions) {}

  /** Call after each drawing. */
  attach(svg: SVGSVGElement): void {
    const { name, label } = this.options;
    const group = svg.querySelector(`.${CSS.escape(`${name}_marks`)}, .${CSS.escape(name)}`);
    this.#marks = group ? [...group.querySelectorAll<VegaElement>("path, text, image")] : [];
    this.#current = Math.min(this.#current, Math.max(0, this.#marks.length - 1));
    if (!group) return;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
    group.removeAttribute("aria-roledescription");
    group.removeAttribute("aria-hidden");
    this.#marks.forEach((mark, i) => this.#prepare(mark, i));
    if (group !== this.#group) this.#listen(group);
    this.#group = group;
  }

  #prepare(mark: VegaElement, i: number): void {
    const datum = mark.__data__?.datum ?? {};
    mark.setAttribute("role", "button");
    mark.setAttribute("tabindex", i === this.#current ? "0" : "-1");
    mark.setAttribute("aria-label", this.options.labelOf(datum));
    mark.removeAttribute("aria-roledescription");
    mark.removeAttribute("aria-hidden");
    if (this.options.isPressed) mark.setAttribute("aria-pressed", String(this.options.isPressed(datum)));
  }

  #listen(group: Element): void {
    group.addEventListener("keydown", (event) => this.#key(event as KeyboardEvent));
    group.addEventListener("click", (event) => {
      const at = this.#marks.indexOf(event.target as VegaElement);
      if (at < 0) return;
      this.#moveTo(at);
      this.#activate();
    });
  }

  #key(event: KeyboardEvent): void {
    const at = this.#marks.indexOf(event.target as VegaElement);
    if (at < 0) return;
    this.#current = at;
    const next = this.#nextFor(event.key);
    if (event.key === "Enter" || event.key === " ") this.#activate();
    else if (next === undefined) return;
    else this.#moveTo(next);
    event.preventDefault();
    event.stopPropagation();
  }

  #nextFor(key: string): number | undefined {
    if (key === "Home") return 0;
    if (key === "End") return this.#marks.length - 1;
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    return direction && this.#nearest(direction[0], direction[1]);
  }

  #nearest(dx: number, dy: number): number {
    const centers = this.#marks.map((mark) => {
      const box = mark.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    });
    const [x, y] = centers[this.#current];
    let best = this.#current;
    let shortest = Infinity;
    centers.forEach(([cx, cy], i) => {
      const along = (cx - x) * dx + (cy - y) * dy;
      const aside = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx);
      const distance = along + 4 * aside;
      if (along > 1 && distance < shortest) [best, shortest] = [i, distance];
    });
    return best;
  }

  #moveTo(at: number): void {
    this.#marks[this.#current]?.setAttribute("tabindex", "-1");
    this.#current = at;
    this.#marks[at].setAttribute("tabindex", "0");
    this.#marks[at].focus({ preventScroll: false });
  }

  #activate(): void {
    const datum = this.#marks[this.#current]?.__data__?.datum;
    if (datum) this.options.onActivate(datum);
  }

  /** Restores keyboard focus after a redraw that created new elements. */
  refocus(): void {
    this.#marks[this.#current]?.focus();
  }

  get hasFocus(): boolean {
    const root = this.#group?.getRootNode() as Document | ShadowRoot | undefined;
    return this.#marks.some((mark) => mark === root?.activeElement);
  }
}

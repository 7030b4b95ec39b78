import { worded } from "../../kernel/words/words.js";

/** A place in a show: the slide and how many of its steps can be seen, both counted from 0. */
interface Place {
  readonly slide: number;
  readonly step: number;
}

const forward: readonly string[] = ["ArrowRight", "PageDown", " "];
const back: readonly string[] = ["ArrowLeft", "PageUp"];

/** What a key does to views as well; it turns slides only where no view, button or link has the focus. */
const shared: readonly string[] = ["ArrowRight", "ArrowLeft", " ", "Home", "End", "n", "f"];

/**
 * Shows the slides of a page one at a time. Right, Page Down and Space go on, step by step; Left and Page Up go back;
 * Home and End; N shows the speaker's notes, F fills the screen, Escape gives the keys back to the slides. The address
 * names the slide (`#3`), so that it is found again when the page is loaded anew. Slides that are not shown keep their
 * size, in which their views are drawn.
 */
export class SlideShow {
  readonly #slides = [...document.querySelectorAll<HTMLElement>(".slide")];
  readonly #number = document.createElement("output");
  readonly #previous = button(worded("Previous"), () => this.#back());
  readonly #next = button(worded("Next"), () => this.#forward());
  #place: Place = { slide: 0, step: 0 };

  constructor() {
    if (this.#slides.length === 0) return;
    document.body.classList.add("showing");
    document.body.append(this.#bar());
    document.addEventListener("keydown", (event) => this.#key(event));
    addEventListener("hashchange", () => this.#go(this.#inAddress()));
    this.#go(this.#inAddress());
  }

  #bar(): HTMLElement {
    const bar = document.createElement("nav");
    bar.className = "slide-bar";
    bar.ariaLabel = worded("Slides");
    const parts = [this.#previous, this.#number, this.#next];
    if (document.querySelector(".notes")) parts.push(button(worded("Notes"), () => this.#notes()));
    bar.append(...parts);
    return bar;
  }

  #inAddress(): Place {
    const named = Number.parseInt(location.hash.slice(1), 10);
    const slide = Math.min(Math.max(Number.isNaN(named) ? 1 : named, 1), this.#slides.length) - 1;
    return slide === this.#place.slide ? this.#place : { slide, step: 0 };
  }

  #go(place: Place): void {
    this.#place = place;
    this.#slides.forEach((slide, index) => slide.classList.toggle("current", index === place.slide));
    const slide = this.#slides[place.slide];
    for (const step of steps(slide))
      step.classList.toggle("later", Number(step.dataset["step"]) > place.step);
    this.#number.value = `${place.slide + 1} / ${this.#slides.length}`;
    this.#previous.disabled = place.slide === 0 && place.step === 0;
    this.#next.disabled = place.slide === this.#slides.length - 1 && place.step === steps(slide).length - 1;
    history.replaceState(null, "", `#${place.slide + 1}`);
    if (!document.activeElement?.closest(".slide-bar") || this.#isLost())
      slide.focus({ preventScroll: true });
  }

  /** Whether the button that has the focus can no longer be used. */
  #isLost(): boolean {
    return (document.activeElement as HTMLButtonElement).disabled === true;
  }

  #forward(): void {
    const { slide, step } = this.#place;
    if (step < steps(this.#slides[slide]).length - 1) this.#go({ slide, step: step + 1 });
    else if (slide < this.#slides.length - 1) this.#go({ slide: slide + 1, step: 0 });
  }

  #back(): void {
    const { slide, step } = this.#place;
    if (step > 0) this.#go({ slide, step: step - 1 });
    else if (slide > 0) this.#go({ slide: slide - 1, step: steps(this.#slides[slide - 1]).length - 1 });
  }

  #notes(): void {
    document.body.classList.toggle("with-notes");
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "Escape") return this.#slides[this.#place.slide].focus();
    if (shared.includes(key) && isUsedThere(event)) return;
    const done = this.#actionOf(event.shiftKey && key === " " ? "PageUp" : key);
    if (!done) return;
    event.preventDefault();
    done();
  }

  #actionOf(key: string): (() => unknown) | undefined {
    if (forward.includes(key)) return () => this.#forward();
    if (back.includes(key)) return () => this.#back();
    const last = this.#slides.length - 1;
    const others: Record<string, () => unknown> = {
      Home: () => this.#go({ slide: 0, step: 0 }),
      End: () => this.#go({ slide: last, step: steps(this.#slides[last]).length - 1 }),
      n: () => this.#notes(),
      f: () =>
        document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
    };
    return others[key];
  }
}

function steps(slide: HTMLElement): HTMLElement[] {
  return [...slide.querySelectorAll<HTMLElement>(":scope > .step")];
}

/** Whether the key goes to something that may use it: all but the page, its slides and, but for Space, its buttons. */
function isUsedThere(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof Element) || target === document.body) return false;
  if (target.closest(".slide-bar")) return event.key === " ";
  return !target.classList.contains("slide");
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

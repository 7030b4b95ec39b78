import type { Page } from "playwright-core";

/** What is wrong with the layout of one view on a page. */
export interface LayoutFaults {
  /** Pairs of texts that lie over each other. */
  readonly overlapping: readonly string[];
  /** Texts that a drawing cuts off, and drawings that scroll sideways. */
  readonly clipped: readonly string[];
  /** The largest rectangle without anything in it, in pixels. */
  readonly empty: { readonly width: number; readonly height: number };
  readonly height: number;
}

/** Measures every view of a page, in page order. @param places where the views are; those of an HTML page when absent */
export async function measuredLayout(
  page: Page,
  places = ".view > div:not(.still) > *",
): Promise<LayoutFaults[]> {
  // tsx names functions through this; those of the measurement are sent to the page with the calls.
  await page.evaluate("globalThis.__name ??= (named) => named");
  return page.evaluate((places) => {
    const step = 10;
    const isOver = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;

    function textsOf(root: ShadowRoot) {
      const written = [...root.querySelectorAll<SVGTextElement>("svg text")].filter(
        (one) => one.textContent.trim() !== "" && getComputedStyle(one).opacity !== "0",
      );
      return written.map((element) => ({
        element,
        text: element.textContent,
        box: element.getBoundingClientRect(),
        isTurned: /rotate\(-?45/.test(element.getAttribute("transform") ?? ""),
      }));
    }

    function overlaps(root: ShadowRoot): string[] {
      const texts = textsOf(root).filter(({ isTurned }) => !isTurned);
      return texts.flatMap((one, i) =>
        texts
          .slice(0, i)
          .filter((other) => isOver(one.box, other.box) && one.text !== other.text)
          .map((other) => `${other.text} / ${one.text}`),
      );
    }

    function clips(root: ShadowRoot): string[] {
      const wide = [...root.querySelectorAll(".drawing, .frames")]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => `${one.className} scrolls: ${one.scrollWidth} in ${one.clientWidth} px`);
      const cut = textsOf(root).flatMap(({ element, text, box }) => {
        const frame = element.ownerSVGElement!.getBoundingClientRect();
        const inside =
          box.left >= frame.left - 1 &&
          box.right <= frame.right + 1 &&
          box.top >= frame.top - 1 &&
          box.bottom <= frame.bottom + 1;
        return inside ? [] : [text];
      });
      return [...wide, ...cut];
    }

    /** The largest rectangle of cells without anything in it. */
    function emptiest(root: ShadowRoot, view: DOMRect) {
      const [columns, rows] = [Math.floor(view.width / step), Math.floor(view.height / step)];
      const filled = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
      const leaves = [...root.querySelectorAll("*")].filter(
        (one) =>
          (one.childElementCount === 0 && !/^(style|section|div)$/.test(one.localName)) ||
          one.matches("p, h2, h3, li, label, path.background, table"),
      );
      for (const leaf of leaves) {
        const range = document.createRange();
        range.selectNodeContents(leaf);
        const boxes = leaf.matches("p, h2, h3, li, label")
          ? [...range.getClientRects()]
          : [leaf.getBoundingClientRect()];
        for (const box of boxes)
          for (let y = Math.floor((box.top - view.top) / step); y <= (box.bottom - view.top) / step; y++)
            for (let x = Math.floor((box.left - view.left) / step); x <= (box.right - view.left) / step; x++)
              if (filled[y]?.[x] === false) filled[y][x] = true;
      }
      let best = { width: 0, height: 0 };
      const heights = new Array<number>(columns).fill(0);
      for (const row of filled) {
        row.forEach((is, x) => (heights[x] = is ? 0 : heights[x] + 1));
        for (let from = 0; from < columns; from++) {
          let low = Infinity;
          for (let to = from; to < columns; to++) {
            low = Math.min(low, heights[to]);
            if (low === 0) break;
            if (low * (to - from + 1) * step * step > best.width * best.height)
              best = { width: (to - from + 1) * step, height: low * step };
          }
        }
      }
      return best;
    }

    return [...document.querySelectorAll(places)].map(({ shadowRoot }) => {
      const root = shadowRoot!;
      const view = root.querySelector("section.view")!.getBoundingClientRect();
      return {
        overlapping: overlaps(root),
        clipped: clips(root),
        empty: emptiest(root, view),
        height: view.height,
      };
    });
  }, places);
}

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { pageTexts, textsElement } from "../../kernel/notebook/html/pageTexts.js";
import type { Language } from "../../kernel/words/language.js";

const built = path.resolve(import.meta.dirname, "../../dist/media");

/** One output as an HTML export writes it: data, and a still picture for readers without scripting. */
export interface PageOutput<Payload = unknown> {
  readonly mimeType: string;
  readonly payload: Payload;
  /** The text of the payload, where it is not JSON. */
  readonly text?: string;
  /** Whether the test expects the page to say that it cannot be drawn. */
  readonly isRefused?: boolean;
}

const policy =
  "default-src 'none'; script-src 'nonce-test'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'";

/** A page with outputs in it, under a policy that forbids eval and every request. */
export async function viewPageHtml(
  outputs: readonly PageOutput[],
  language: Language = "en",
): Promise<string> {
  const script = await readFile(path.join(built, "page/views.page.js"), "utf8");
  const parts = outputs.map(({ mimeType, payload, text }) => {
    const json = (text ?? JSON.stringify(payload)).replaceAll("<", "\\u003c");
    return `<div class="rich view"><script type="${mimeType}">${json}</script><div class="still">still</div></div>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Views</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style>body{margin:0;padding:8px;background:#fff;color:#1f2328;font-family:"DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){body{background:#16191d;color:#e3e6ea}}
@media (prefers-contrast:more){body{background:#000;color:#fff}}</style></head>
<body><main><h1 style="font-size:15px;margin:0">Notebook</h1>${parts.join("\n")}</main>
${textsElement(await pageTexts(language))}<script type="module" nonce="test">${script.replaceAll("</script", "<\\/script")}</script></body></html>`;
}

/**
 * Shows outputs and waits until each is drawn or has said why it is not. Fails where one is refused that should be drawn,
 * so that no test, and no reference picture, takes the sentence for the view.
 */
export async function showOutputs(
  page: Page,
  outputs: readonly PageOutput[],
  drawn = outputs.length,
  language: Language = "en",
): Promise<void> {
  await page.setContent(await viewPageHtml(outputs, language));
  await page.waitForFunction((count) => {
    const drawn = [...document.querySelectorAll(".view > div:not(.still) > *")].filter(
      (one) => !one.shadowRoot || one.shadowRoot.querySelector("svg, .ready, .timelinePanel > p"),
    );
    return drawn.length >= count;
  }, drawn);
  assert.deepEqual(await surprises(page, outputs), [], "what is drawn is not what the test expects");
}

/** The outputs that are refused and should not be, with the sentence in their place, and the other way round. */
async function surprises(page: Page, outputs: readonly PageOutput[]): Promise<string[]> {
  const sentences = await page.evaluate(() =>
    [...document.querySelectorAll(".rich.view")].map((place) => {
      const texts = [...place.querySelectorAll("p")].map(({ textContent }) => textContent);
      return (
        texts.find((text) =>
          /^(This|Diese) (view|figure|Ansicht|Abbildung) (cannot|kann nicht) /.test(text),
        ) ?? null
      );
    }),
  );
  return outputs.flatMap(({ mimeType, isRefused = false }, i) =>
    (sentences[i] !== null) === isRefused ? [] : [`${mimeType}: ${sentences[i] ?? "is drawn"}`],
  );
}

import assert from "node:assert/strict";
import { packedPayload } from "../../kernel/contracts/packedPayload.js";
import { LabelSet } from "../../kernel/aen/labels.js";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import type { ConfusionMatrixPayload } from "../../kernel/contracts/payloads/confusionMatrix.js";
import type { ViewHost } from "../../media/host/viewHost.js";
import type * as mounting from "../../media/mountView.js";
import { confusionOutput, timelineOutput } from "./examplePayloads.js";
import { modulePage } from "./modulePage.js";
import { withBrowser } from "./withBrowser.js";

const mimeType = viewMimeTypes["confusion-matrix"];
const good = confusionOutput(30, 3).payload as ConfusionMatrixPayload;

describe("mountView", function () {
  this.timeout(60_000);
  const test = withBrowser();

  const refused: Readonly<Record<string, unknown>> = {
    "a payload that breaks off": { view: "confusion-matrix", version: 1, labels: good.labels },
    null: null,
    "a list": [],
    "a text where a number belongs": { ...good, beta: "0.3; alert(1)" },
    "scores of another number of emotions": { ...good, clips: [{ ...good.clips[0], clip: [0] }] },
    "a label that is no emotion": { ...good, clips: [{ ...good.clips[0], label: 99 }] },
    "a group that names no emotion": {
      ...good,
      labels: { ...good.labels, groups: [{ name: "x", emotions: [77] }] },
    },
    "a giant list of emotions": {
      ...good,
      labels: { emotions: Array.from({ length: 50_000 }, (_, i) => `e${i}`), groups: good.labels.groups },
    },
    "a picture from elsewhere": {
      ...good,
      clips: [{ ...good.clips[0], thumbnail: "https://example.org/x.png" }],
    },
    "a picture that is a script": {
      ...good,
      clips: [{ ...good.clips[0], thumbnail: "data:text/html;base64,AAAA" }],
    },
    "a version that is not known": { ...good, version: 2 },
  };
  it(`leaves a sentence instead of ${Object.keys(refused).join(", ")}`, async () => {
    const names = Object.keys(refused);
    const outputs = Object.values(refused).map((payload) => ({ mimeType, payload, isRefused: true }));
    const { page, errors, requests } = await test.show(outputs);
    for (const [i, name] of names.entries()) {
      const place = page.locator(".rich.view").nth(i);
      assert.match(await place.innerText(), /This view cannot be drawn: .+ Run its cell again/, name);
      assert.ok(await place.locator(".still").isVisible(), `${name}: the still picture stays`);
    }
    assert.deepEqual(errors, []);
    assert.deepEqual(requests, []);
  });

  it("draws a payload as notebooks save it, packed, and as older versions saved it", async () => {
    const packed = packedPayload(good);
    assert.ok(packed.packed?.clips, "its clips are packed");
    const outputs = [packed, good].map((payload) => ({ mimeType, payload }));
    const { page, errors } = await test.show(outputs);
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll(".view > div:not(.still) > *")].map(({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll("svg text")].map(({ textContent }) => textContent),
      ),
    );
    assert.deepEqual(texts[0], texts[1]);
    assert.ok(texts[0].length > 20);
    assert.deepEqual(errors, []);
  });

  it("keeps the still picture where the data are no JSON", async () => {
    const broken = { mimeType, payload: null, text: '{"view": "confusion-mat' };
    const { page, errors } = await test.show([confusionOutput(5, 0), broken], {}, 1);
    const stills = page.locator(".still");
    assert.deepEqual([await stills.nth(0).isVisible(), await stills.nth(1).isVisible()], [false, true]);
    assert.deepEqual(errors, []);
  });

  it("runs nothing that names carry, and pollutes no prototype", async () => {
    const name = '<img src=x onerror="document.title=1">';
    const labels = new LabelSet([name, "</script><script>document.title=2</script>", "${document.title=3}"], {
      "javascript:document.title=4": [name],
      "datum.constructor.constructor('document.title=5')()": [
        "</script><script>document.title=2</script>",
        "${document.title=3}",
      ],
    });
    const payload = confusionOutput(30, 30, labels).payload as ConfusionMatrixPayload;
    const text = JSON.stringify(payload).replace(
      "{",
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
    const { page, errors } = await test.show([{ mimeType, payload, text }]);
    await page.locator("path[role=button]").first().click();
    await page.locator("button", { hasText: "Table" }).click();
    assert.equal(await page.title(), "Views");
    assert.equal(await page.evaluate(() => (({}) as { polluted?: boolean }).polluted), undefined);
    assert.deepEqual(errors, []);
  });

  it("draws a payload that lacks what later versions added", async () => {
    const { clips, ...rest } = good;
    const bare = clips.map(({ id, label, clip, sentiment, emotion }) => ({
      id,
      label,
      clip,
      sentiment,
      emotion,
    }));
    const { page } = await test.show([{ mimeType, payload: { ...rest, clips: bare } }]);
    assert.equal(await page.locator("path[role=button]").count(), 49);
  });

  it("draws clips whose scores are not finite, and a clip without frames", async () => {
    const nothing = { ...good.clips[0], clip: good.clips[0].clip.map(() => null) };
    const lone = timelineOutput().payload as { clip: { frames?: unknown } };
    const { frames: _frames, ...clip } = lone.clip;
    const { page, errors } = await test.show([
      { mimeType, payload: { ...good, clips: [nothing, ...good.clips.slice(1)] } },
      { mimeType: viewMimeTypes["frame-timeline"], payload: { ...lone, clip } },
    ]);
    assert.match(await page.locator("section.view").first().innerText(), /1 without a finite score/);
    assert.match(await page.locator("section.view").nth(1).innerText(), /No frames were saved/);
    assert.deepEqual(errors, []);
  });
});

describe("a view that fails while it is drawn", () => {
  const inPage = modulePage().loading<typeof mounting>("mountView");

  it("says so in its place and logs where it failed", async () => {
    const { shown, logged } = await inPage(
      async ({ mountView }, [type, payload]) => {
        const place = document.createElement("div");
        const failing = new Proxy({} as ViewHost, {
          get: () => {
            throw new Error("there is no host");
          },
        });
        const logged: unknown[] = [];
        const { error } = console;
        console.error = (...given) => logged.push(...given);
        await mountView(place, type, payload, failing);
        console.error = error;
        return { shown: place.textContent, logged: logged.map((one) => (one as Error).stack) };
      },
      [mimeType, good] as const,
    );
    assert.match(shown, /This view cannot be drawn: there is no host\. Run its cell again/);
    assert.equal(logged.length, 1);
    assert.match(logged[0] ?? "", /there is no host\n[^]*mountView/);
  });
});

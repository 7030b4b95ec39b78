import assert from "node:assert/strict";
import { htmlPage } from "../../../../kernel/notebook/html/htmlPage.js";
import { pageTexts, textsElement } from "../../../../kernel/notebook/html/pageTexts.js";

describe("The language of an exported page", () => {
  it("stands in its lang, and the texts of its views in the page", async () => {
    const speech = await pageTexts("de");
    assert.equal(speech.texts["Close"], "Schließen");
    const page = htmlPage("", { title: "t", style: "", scripts: ["1"], speech });
    assert.match(page, /<html lang="de">/);
    assert.match(
      page,
      /<script type="application\/json" id="aen-words">\{.*"Close":"Schließen".*\}<\/script>/,
    );
    assert.doesNotMatch(htmlPage("", { title: "t", style: "", speech }), /aen-words/);
  });

  it("is English without further texts, and no text ends the element", async () => {
    assert.equal(textsElement(await pageTexts("en")), "");
    const hostile = textsElement({ language: "de", texts: { a: "</script>" } });
    assert.equal(hostile.match(/<\/script>/g)?.length, 1);
  });
});

import assert from "node:assert/strict";
import { StudyCard } from "../../../../../kernel/aen/ablation/card/studyCard.js";
import { studyCardText } from "../../../../../kernel/aen/ablation/card/studyCardText.js";
import { planStudy } from "../../../../../kernel/aen/ablation/studyPlan.js";
import { summarise } from "../../../../../kernel/aen/ablation/summarise.js";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";
import { Random } from "../../../../../kernel/random/random.js";
import { patternClips, smallestModel } from "../../training/patternClips.js";
import { simulatedStudy } from "../simulatedStudy.js";

describe("the card of a study", () => {
  it("shows itself as Markdown and has the figures that it was made with", () => {
    const data = patternClips(4).split({ by: "identity", test: 0.5, seed: 1 });
    const plan = planStudy({ model: smallestModel }, { arms: [], data, seeds: 3 });
    const simulation = {
      ...{ clips: 14, seeds: 3, abilities: [1.2] },
      ...{ clipEase: 1, armAndClip: 0, run: 0.1, runAndEmotion: 0.1 },
    };
    const summary = summarise(simulatedStudy(simulation, new Random(5)));
    const card = new StudyCard(plan, summary);
    assert.equal(String(card), studyCardText(plan, summary));
    assert.equal(card[displayMethod]()["text/markdown"], String(card));
    assert.equal(card.summary, summary);
  });
});

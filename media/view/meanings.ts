import { html, nothing, type TemplateResult } from "lit-html";
import { worded } from "../../kernel/words/words.js";

/** Words of the views that a reader may not know, each in a sentence. */
const meanings = {
  UAR: "Unweighted average recall: the mean of the classes' recalls. Rare emotions count as much as frequent ones.",
  WAR: "Weighted average recall: the share of all clips that are classified correctly.",
  recall: "Of the clips of a class, the share that is recognised as such.",
  precision: "Of the clips that are taken for a class, the share that is of that class.",
  "macro F1": "The mean over the classes of the harmonic mean of precision and recall.",
  "own head": "Sentiment as the network's sentiment head answers.",
  group: "Sentiment as the group of the predicted emotion.",
  beta: "The clip head's share in the fused score, from 0 to 1; the rest is the top-down branch's.",
  points: "Percentage points: the difference of two rates in percent.",
  "95 % interval":
    "Where the figure would lie in 95 of 100 such evaluations: of other clips, and of other people where they are known.",
  "pseudo label": "The emotion that the frozen frame model of the bottom-up branch gives a frame.",
  disagreement:
    "How far pseudo label and network are apart: half the sum of the differences of their probabilities, 0 (same) to 1.",
  "transfer score":
    "The frame's weight in the semantic transfer loss: the frozen frame model's raw score for the clip's emotion.",
  attention: "How much the clip's class token attends to the frame; at most 1 over all frames.",
  deviates: "The frame shows something other than its clip's label.",
  arm: "One setting of the study, trained once for each seed.",
  base: "The arm with which all others are compared.",
  "p (Dunnett)":
    "The probability of such a difference of UAR by chance, if none of the arms differed from the base.",
  term: "A part of the loss that the training minimises, times its weight.",
  epoch: "One pass over the training clips.",
  "learning rate": "How far one step moves the weights.",
} as const;

export type Word = keyof typeof meanings;

/** A list, closed until it is opened, of what words of a view mean. */
export function meaningsOf(words: readonly Word[]): TemplateResult | typeof nothing {
  if (words.length === 0) return nothing;
  return html`<details class="meanings">
    <summary>${worded("What the words mean")}</summary>
    <dl>
      ${words.map(
        (word) =>
          html`<dt>${worded(word)}</dt>
            <dd>${worded(meanings[word])}</dd>`,
      )}
    </dl>
  </details>`;
}

/** What a model of this network is for, and what it must not be used for: true of every one, whatever it learnt from. */
export const intendedUse: readonly string[] = [
  "For research and teaching on dynamic facial expression recognition. It is not made for decisions about people.",
  "An emotion here is a category that raters gave a clip. It is not what the person felt: faces are an uncertain sign " +
    "of that (Barrett et al. 2019, doi:10.1177/1529100619832930).",
  "Figures hold for people and recordings like those that it was tested on. Test it on others before you rely on it " +
    "there. No figure here is broken down by age, skin or culture; where clips name such groups, result.byGroup is.",
  "In the European Union, Regulation (EU) 2024/1689 (AI Act), article 5(1)(f), prohibits AI systems that infer emotions " +
    "of people at the workplace and in education institutions, except for medical or safety reasons.",
];

/** Added where all training clips are drawn. */
export const drawnFacesOnly =
  "The clips that it was trained on are drawn faces: nothing is known of how it does on pictures of people.";

import { LabelSet } from "../../labels.js";

/** MAFW's eleven emotions, in its own order, in AEN's three sentiment groups; the groups are this project's choice. */
export const mafwLabels = new LabelSet(
  [
    ...["Angry", "Disgust", "Fear", "Happy", "Neutral", "Sad", "Surprise"],
    ...["Contempt", "Anxiety", "Helplessness", "Disappointment"],
  ],
  {
    Positive: ["Happy", "Surprise"],
    Neutral: ["Neutral"],
    Negative: ["Angry", "Disgust", "Fear", "Sad", "Contempt", "Anxiety", "Helplessness", "Disappointment"],
  },
);

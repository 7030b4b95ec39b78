/**
 * How data sets of stills number or name their emotions, as `labelMap`s. Null leaves stills out.
 *
 * AffectNet: Mollahosseini, Hasani and Mahoor 2017, annotations 0 to 10. RAF-DB: Li, Deng and Du 2017, basic emotions 1 to 7.
 * FER2013: Goodfellow et al. 2013. FERPlus: Barsoum et al. 2016, the columns of fer2013new.csv.
 */
export const labelMaps = {
  AffectNet: {
    ...{ 0: "Neutral", 1: "Happy", 2: "Sad", 3: "Surprise", 4: "Fear", 5: "Disgust", 6: "Angry" },
    ...{ 7: null, 8: null, 9: null, 10: null }, // contempt, none, uncertain, no face
  },
  "RAF-DB": { 1: "Surprise", 2: "Fear", 3: "Disgust", 4: "Happy", 5: "Sad", 6: "Angry", 7: "Neutral" },
  FER2013: { 0: "Angry", 1: "Disgust", 2: "Fear", 3: "Happy", 4: "Sad", 5: "Surprise", 6: "Neutral" },
  FERPlus: {
    ...{ neutral: "Neutral", happiness: "Happy", surprise: "Surprise", sadness: "Sad", anger: "Angry" },
    ...{ disgust: "Disgust", fear: "Fear", contempt: null },
  },
} as const;

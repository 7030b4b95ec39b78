import assert from "node:assert/strict";
import { validationSentiment } from "../../../../kernel/figures/trainingBoard/validationScores.js";

const epoch = { epoch: 1, uar: 0.5, war: 0.5, sentimentUar: 0.6, sentimentWar: 0.7 };

describe("what a validation pass found about sentiment", () => {
  it("is the head's own answer and the group where both were scored", () => {
    assert.deepEqual(validationSentiment({ ...epoch, groupUar: 0.8, groupWar: 0.9 }), {
      ...{ sentimentUar: 0.6, sentimentWar: 0.7 },
      ...{ groupUar: 0.8, groupWar: 0.9 },
    });
  });

  it("is the group alone in a record of an older version, which called the group sentiment", () => {
    assert.deepEqual(validationSentiment(epoch), {
      ...{ sentimentUar: null, sentimentWar: null },
      ...{ groupUar: 0.6, groupWar: 0.7 },
    });
  });

  it("is unknown where nothing was scored", () => {
    const values = Object.values(validationSentiment({ epoch: 1, uar: null, war: null }));
    assert.deepEqual(values, [null, null, null, null]);
  });
});

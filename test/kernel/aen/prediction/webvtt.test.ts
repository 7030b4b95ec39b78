import assert from "node:assert/strict";
import { webvtt } from "../../../../kernel/aen/prediction/webvtt.js";

describe("a WebVTT file", () => {
  it("has its signature, a note and a cue for each span, with hours and milliseconds", () => {
    const spans = [
      { from: 0, to: 40, label: "Happy (Positive)" },
      { from: 3_723_004, to: 400_000_000, label: "a <b> & c\n\nd" },
    ];
    assert.equal(
      webvtt(spans, "what --> it\nis"),
      "WEBVTT\n\nNOTE what -> it is\n\n" +
        "00:00:00.000 --> 00:00:00.040\nHappy (Positive)\n\n" +
        "01:02:03.004 --> 111:06:40.000\na &lt;b&gt; &amp; c d\n",
    );
  });
});

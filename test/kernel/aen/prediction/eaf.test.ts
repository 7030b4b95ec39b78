import assert from "node:assert/strict";
import path from "node:path";
import { eaf } from "../../../../kernel/aen/prediction/eaf.js";

describe("an ELAN file", () => {
  const tiers = [
    {
      name: "emotion",
      spans: [
        { from: 0, to: 80, label: "Happy" },
        { from: 80, to: 120, label: "A & <B>" },
      ],
    },
    { name: "sentiment", spans: [{ from: 0, to: 120, label: "Positive" }] },
  ];
  const video = path.join("some folder", 'say "a".mp4');
  const text = eaf(video, tiers, "2026-01-31T12:00:00Z");
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match.slice(1).join(" "));

  it("has time slots in ascending order, two for each annotation, in whole milliseconds", () => {
    const slots = all(/<TIME_SLOT TIME_SLOT_ID="(\w+)" TIME_VALUE="(\d+)"/g);
    assert.deepEqual(slots, ["ts1 0", "ts5 0", "ts2 80", "ts3 80", "ts4 120", "ts6 120"]);
    const refs = all(/ANNOTATION_ID="(\w+)" TIME_SLOT_REF1="(\w+)" TIME_SLOT_REF2="(\w+)"/g);
    assert.deepEqual(refs, ["a1 ts1 ts2", "a2 ts3 ts4", "a3 ts5 ts6"]);
    assert.match(text, /<PROPERTY NAME="lastUsedAnnotationId">3</);
  });

  it("has the parts of EAF 3.0 in the order of its schema", () => {
    const order = ["ANNOTATION_DOCUMENT", "HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE"];
    const places = order.map((name) => text.indexOf(`<${name}`));
    assert.deepEqual(places, [...places].sort((a, b) => a - b)); // prettier-ignore
    assert.match(text, /DATE="2026-01-31T12:00:00Z" FORMAT="3\.0"/);
    assert.deepEqual(all(/<TIER LINGUISTIC_TYPE_REF="frame label" TIER_ID="(\w+)"/g), [
      "emotion",
      "sentiment",
    ]);
  });

  it("names the video by its place and beside itself, as a path that ELAN takes as it stands", () => {
    const place = path.resolve("some folder").replaceAll("\\", "/").replace(/^\/?/, "/");
    assert.ok(text.includes(`MEDIA_URL="file://${place}/say &quot;a&quot;.mp4" MIME_TYPE="video/mp4"`), text);
    assert.ok(text.includes('RELATIVE_MEDIA_URL="./say &quot;a&quot;.mp4"'));
    assert.match(eaf("a.xyz", [], "2026-01-31T12:00:00Z"), /MIME_TYPE="unknown"/);
  });

  it("keeps a line break in the name of a video, which an attribute would read as a space", () => {
    const odd = eaf("a\nb\t.mp4", [], "2026-01-31T12:00:00Z");
    assert.ok(odd.includes('RELATIVE_MEDIA_URL="./a&#10;b&#9;.mp4"'), odd);
  });

  it("escapes labels, and replaces what XML cannot hold", () => {
    assert.deepEqual(all(/<ANNOTATION_VALUE>(.*)<\//g), ["Happy", "A &amp; &lt;B&gt;", "Positive"]);
    const odd = [{ name: "emotion", spans: [{ from: 0, to: 1, label: "a\u0001b" }] }];
    assert.match(eaf("a.mp4", odd, ""), /<ANNOTATION_VALUE>a\ufffdb</);
  });
});

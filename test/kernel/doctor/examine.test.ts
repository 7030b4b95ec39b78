import assert from "node:assert/strict";
import { examine } from "../../../kernel/doctor/examine.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the doctor", () => {
  const folder = temporaryFolder();

  it("looks at everything, and says of all that is missing how to get it", async () => {
    const findings = await examine(folder);
    const subjects = findings.map(({ subject }) => subject).filter((subject) => !subject.startsWith(" "));
    assert.deepEqual(subjects, [
      ...["Node.js", "Machine", "Engine", "Step cache", "TensorFlow", "ffmpeg", "Jupyter", "VS Code"],
    ]);
    for (const { state, remedy } of findings) assert.equal(state === "ready", remedy === undefined);
  });
});

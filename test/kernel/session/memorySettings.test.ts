import assert from "node:assert/strict";
import { forgetMemorySettings, memorySettings } from "../../../kernel/session/memorySettings.js";

describe("the settings of a kernel's memory", () => {
  it("are kept from the programs that cells start, unless the user has set others", () => {
    const environment = { ...memorySettings, MALLOC_ARENA_MAX: "16", PATH: "/bin" };
    forgetMemorySettings(environment);
    assert.deepEqual(environment, { MALLOC_ARENA_MAX: "16", PATH: "/bin" });
  });
});

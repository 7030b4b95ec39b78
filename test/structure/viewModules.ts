import type { ViewContract } from "../../kernel/contracts/views.js";

/**
 * The name that the modules of a view share, from its payload's type: "whatIf" of `WhatIfPayload`. Its view is in
 * media/whatIf/whatIfView.ts and its builder in kernel/figures/bundles/whatIf.ts.
 */
export function moduleNameOf({ payloadType }: Pick<ViewContract, "payloadType">): string {
  return payloadType[0].toLowerCase() + payloadType.slice(1).replace(/Payload$/, "");
}

/** The class of a view: "WhatIfView" of `WhatIfPayload`. */
export function viewClassOf({ payloadType }: Pick<ViewContract, "payloadType">): string {
  return payloadType.replace(/Payload$/, "View");
}

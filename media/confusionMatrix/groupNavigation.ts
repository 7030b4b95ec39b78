import { MarkNavigation } from "../drawing/markNavigation.js";
import { worded } from "../../kernel/words/words.js";

interface GroupFolding {
  readonly nameOf: (group: number) => string;
  readonly isFolded: (group: number) => boolean;
  readonly toggle: (group: number) => void;
}

/** Makes the sentiment group names on both axes of a matrix buttons that fold and unfold the groups. */
export function groupNavigation({ nameOf, isFolded, toggle }: GroupFolding): MarkNavigation[] {
  const navigation = (name: string, label: () => string) =>
    new MarkNavigation({
      name,
      get label() {
        return label();
      },
      labelOf: ({ group }) =>
        isFolded(Number(group))
          ? worded("Open {0}", nameOf(Number(group)))
          : worded("Fold {0}", nameOf(Number(group))),
      onActivate: ({ group }) => toggle(Number(group)),
    });
  return [
    navigation("rowGroup", () => worded("Sentiment groups of the rows")),
    navigation("columnGroup", () => worded("Sentiment groups of the columns")),
  ];
}

/** Groups that a clip belongs to, by field of `clip.groups`. */
export type Groups = Readonly<Record<string, string>>;

/** A table of the people of a data set, one row each. */
export interface PeopleTable {
  /** The name of the file, wherever it lies in the data set's folder. */
  readonly file: string;
  /** The column with the name that the clips' identities have. */
  readonly identity: string;
  /** What a row says; fields that it leaves open are absent. */
  readonly groups: (row: Readonly<Record<string, string>>) => Groups;
}

/** What a data set says of its clips and people beside the emotion. */
export interface PublishedGroups {
  /** Each field with its values and where they are from, as text. */
  readonly fields: Readonly<Record<string, string>>;
  /** By the named groups of the pattern of its file names. */
  readonly ofName: (parts: Readonly<Record<string, string>>) => Groups;
  readonly people?: PeopleTable;
}

/** Actors with odd numbers are men, those with even ones women. */
export const ravdessGroups: PublishedGroups = {
  fields: {
    sex: "woman, man; from the actor's number",
    intensity: "normal, strong; from the file's name",
    channel: "speech, song; from the file's name",
  },
  ofName: ({ identity, intensity, channel }) => ({
    sex: Number(identity) % 2 === 1 ? "man" : "woman",
    ...known("intensity", { "01": "normal", "02": "strong" }[intensity]),
    ...known("channel", { "01": "speech", "02": "song" }[channel]),
  }),
};

export const cremaGroups: PublishedGroups = {
  fields: {
    intensity: "low, medium, high, unspecified; from the file's name",
    sex: "woman, man; from VideoDemographics.csv",
    age: "20 to 29, 30 to 39, 40 to 49, 50 and older; from VideoDemographics.csv",
    race: "as VideoDemographics.csv calls it, but Unknown",
    ethnicity: "as VideoDemographics.csv calls it",
  },
  ofName: ({ intensity }) => {
    const names = { LO: "low", MD: "medium", HI: "high", XX: "unspecified", X: "unspecified" };
    return known("intensity", names[intensity.toUpperCase() as keyof typeof names]);
  },
  people: {
    file: "VideoDemographics.csv",
    identity: "ActorID",
    groups: ({ Sex, Age, Race, Ethnicity }) => ({
      ...known("sex", { Male: "man", Female: "woman" }[Sex]),
      ...known("age", ageGroup(Age)),
      ...known("race", Race === "Unknown" ? undefined : Race),
      ...known("ethnicity", Ethnicity),
    }),
  },
};

/** Its actors are from 20 to 74 years old; each range has at least ten of them. */
function ageGroup(age: string): string | undefined {
  const years = Number(age);
  if (!(years > 0)) return undefined;
  const decade = Math.floor(years / 10) * 10;
  return decade >= 50 ? "50 and older" : `${decade} to ${decade + 9}`;
}

function known(field: string, value: string | undefined): Groups {
  return value ? { [field]: value } : {};
}

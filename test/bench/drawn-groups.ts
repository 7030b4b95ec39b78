import { execFileSync } from "node:child_process";
import { drawFrame, type SyntheticRecipe } from "../../kernel/aen/synthetic/syntheticClip.js";
import { syntheticClips, type SyntheticClipsOptions } from "../../kernel/aen/synthetic/syntheticClips.js";

const casts = [41, 42, 43];
const people = Number(process.env.PEOPLE ?? 360);
const size = 64;

/**
 * How well classifiers of pixels read drawn people of each group: one apex frame for every person and emotion, three folds
 * of people, three training seeds; recall over the emotions, in percent, with the standard error of each gap over people.
 * One JSON line per cast, set and classifier. Needs scikit-learn. PEOPLE (360) is their number.
 */
export async function bench(): Promise<void> {
  for (const cast of casts)
    for (const [set, skew] of Object.entries({ fair: undefined, unfair: { darkSkinContrast: 0 } }))
      for (const row of await gaps({ seed: cast, ...(skew && { skew }) }))
        console.log(JSON.stringify({ bench: "drawn-groups", cast, set, ...row }));
}

async function gaps(options: SyntheticClipsOptions): Promise<object[]> {
  const drawn = { perEmotion: people, identities: people, frames: 3, deviating: 0, size };
  const { clips } = await syntheticClips({ ...drawn, ...options });
  const rows = clips.map(({ source, label, identity, groups }) => {
    const recipe = source!.data as SyntheticRecipe;
    const pixels = Buffer.from(shrunk(drawFrame(recipe, 1))).toString("base64");
    return { pixels, label, person: identity, groups };
  });
  const output = execFileSync("/usr/bin/python3", ["-c", program], {
    ...{ input: JSON.stringify(rows), encoding: "utf8", maxBuffer: 1e8 },
  });
  return JSON.parse(output) as object[];
}

/** Half as high and wide, in grey. */
function shrunk(pixels: Uint8Array): Uint8Array {
  const half = size / 2;
  const grey = (x: number, y: number) =>
    [0, 1, 2].reduce((sum, c) => sum + pixels[(y * size + x) * 3 + c], 0) / 3;
  return Uint8Array.from({ length: half * half }, (_, at) => {
    const [x, y] = [(at % half) * 2, Math.floor(at / half) * 2];
    return (grey(x, y) + grey(x + 1, y) + grey(x, y + 1) + grey(x + 1, y + 1)) / 4;
  });
}

const program = `
import base64, json, sys, warnings
import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler
warnings.filterwarnings("ignore")
rows = json.load(sys.stdin)
x = np.array([np.frombuffer(base64.b64decode(r["pixels"]), np.uint8) for r in rows], float)
y = np.array([r["label"] for r in rows])
person = np.unique([r["person"] for r in rows], return_inverse=True)[1]
group = {f: np.array([r["groups"][f] for r in rows]) for f in rows[0]["groups"]}
man = group["sex"] == "man"
pairs = {
  "skin": (group["skin"] == "light", group["skin"] == "dark"),
  "glasses": (group["glasses"] == "no glasses", group["glasses"] == "glasses"),
  "beard": (man & (group["beard"] == "no beard"), man & (group["beard"] == "beard")),
  "sex": (~man, man), "age": (group["age"] == "younger", group["age"] == "older"),
}
out = []
for name in ("logistic regression", "multilayer perceptron"):
  right = np.zeros(len(y))
  for seed in range(3):
    fold = np.random.RandomState(seed).permutation(person.max() + 1)[person] % 3
    for f in range(3):
      test = fold == f
      scale = StandardScaler().fit(x[~test])
      pca = PCA(120, random_state=0).fit(scale.transform(x[~test]))
      a, b = [pca.transform(scale.transform(x[k])) for k in (~test, test)]
      by = 5 / a.std(0).max()
      judge = LogisticRegression(C=0.1, max_iter=200) if name[0] == "l" else MLPClassifier((128,), alpha=1, max_iter=60, random_state=seed)
      right[test] += (judge.fit(a * by, y[~test]).predict(b * by) == y[test]) / 3
  each = np.array([right[person == p].mean() for p in range(person.max() + 1)]) * 100
  first = np.unique(person, return_index=True)[1]
  row = {"classifier": name, "uar": round(each.mean(), 1)}
  for field, (one, other) in pairs.items():
    a, b = each[one[first]], each[other[first]]
    error = np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
    row[field] = [round(a.mean(), 1), round(b.mean(), 1), round(a.mean() - b.mean(), 1), round(error, 1)]
  out.append(row)
json.dump(out, sys.stdout)
`;

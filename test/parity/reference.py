"""AEN in double precision, written from kernel/aen/SPEC.md alone in PyTorch: makes files of recorded values (section
10) for other seeds, batches, labels and groupings than the given ones, at the small sizes.

Usage: reference.py GENERATOR_JSON < request > fixture. The request is a JSON object: seeds {main, frozen, clips},
batch, labels (one per clip), otherLabels (further lists), emotions (names), groups ({name: [emotion names]}), and
optionally roundings (see ROUNDINGS).
`dev32` comes from the same code in single precision. One such run can hit a value by luck, above all a tensor of one
number, so `dev32` is the largest of several: one on the clips as they are, others on clips whose pixels are moved by one
step of float32, each compared with double precision on exactly the same clips.
"""

import json
import math
import sys

import numpy as np
import torch
from torch.nn import functional as F

SIZES = dict(size=48, frames=4, widths=(8, 16, 24, 40), blocks=(2, 1, 2, 2), depth=2, heads=3, head=8)

# The draws of last bits behind `dev32`; draw 0 leaves the clips as they are.
ROUNDINGS = [0, 1, 2, 3, 4]


def fnv(name):
    value = 2166136261
    for byte in name.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def mix(x):
    x = x.astype(np.uint32)
    x ^= x >> 16
    x *= np.uint32(0x85EBCA6B)
    x ^= x >> 13
    x *= np.uint32(0xC2B2AE35)
    x ^= x >> 16
    return x


def bits(name, index):
    return mix(mix(np.asarray(index, dtype=np.uint32)) + np.uint32(fnv(name)))


def unit(name, index):
    return (bits(name, index) >> 8).astype(np.float64) / 16777216


def signed(name, index):
    return ((bits(name, index) >> 8).astype(np.float64) - 8388608) / 8388608


def weights(parameters, prefix):
    made = {}
    for p in parameters:
        values = p["centre"] + p["amplitude"] * signed(f"{prefix}/{p['name']}", np.arange(math.prod(p["shape"])))
        made[p["name"]] = values.astype(np.float32).reshape(p["shape"])
    return made


def clips(name, batch):
    size, planes = SIZES["size"], batch * SIZES["frames"] * 3
    grid = size // 16
    q, y, x = np.meshgrid(np.arange(planes), np.arange(size), np.arange(size), indexing="ij")
    frame = 0.5 * unit(name + "/frame", q)
    coarse = 0.375 * unit(name + "/coarse", (q * grid + y // 16) * grid + x // 16)
    fine = 0.125 * unit(name + "/fine", (q * size + y) * size + x)
    return (frame + coarse + fine).astype(np.float32).reshape(batch, SIZES["frames"], 3, size, size)


def last_bits_moved(frames, draw):
    """Every pixel that is not nearly 0 one step of float32 up, down or not at all; draw 0 leaves all as they are."""
    if draw == 0:
        return frames
    steps = bits(f"last bits {draw}", np.arange(frames.size)).astype(np.int32) % 3 - 1
    steps = np.where(frames > 1e-3, steps.reshape(frames.shape), 0).astype(np.int32)
    return (frames.view(np.int32) + steps).view(np.float32)


def bit_sum(values):
    return int(np.ascontiguousarray(values).view(np.uint32).sum(dtype=np.uint64) % 2**32)


class Reference:
    """One set of weights with its running statistics; `training` decides what batch norms look at."""

    def __init__(self, values, dtype):
        self.p = {name: torch.tensor(value, dtype=dtype) for name, value in values.items()}
        self.training = False

    def norm(self, name, x):
        g, b, m, v = (self.p[f"{name}.{part}"] for part in ("gamma", "beta", "runningMean", "runningVar"))
        return F.batch_norm(x, m, v, g, b, self.training, 0.1, 1e-5)

    def block(self, name, x, stride):
        p = self.p
        y = F.relu(self.norm(f"{name}.norm1", F.conv2d(x, p[f"{name}.conv1.weight"], None, stride, 1)))
        y = self.norm(f"{name}.norm2", F.conv2d(y, p[f"{name}.conv2.weight"], None, 1, 1))
        if stride != 1:
            x = self.norm(f"{name}.shortcut.norm", F.conv2d(x, p[f"{name}.shortcut.conv.weight"], None, stride))
        return F.relu(x + y)

    def tap(self, level, x):
        p, name = self.p, f"spatial.tap{level}"
        x = F.conv2d(x, p[f"{name}.project.weight"], p[f"{name}.project.bias"])
        return F.conv2d(x, p[f"{name}.reduce.weight"], p[f"{name}.reduce.bias"]).flatten(1)

    def linear(self, name, x):
        return F.linear(x, self.p[f"{name}.weight"], self.p[f"{name}.bias"])

    def spatial(self, frames):
        x = F.relu(self.norm("spatial.stem.norm", F.conv2d(frames, self.p["spatial.stem.conv.weight"], None, 2, 3)))
        x = F.max_pool2d(x, 3, 2, 1)
        stages = []
        for stage, blocks in enumerate(SIZES["blocks"], 1):
            for number in range(blocks):
                x = self.block(f"spatial.stage{stage}.block{number}", x, 2 if stage > 1 and number == 0 else 1)
            stages.append(x)
        features = [stages[3].mean((2, 3))] + [self.tap(level, stages[level - 1]) for level in (1, 2, 3)]
        return features, self.linear("head.frame", features[3])

    def layer_norm(self, name, x):
        return F.layer_norm(x, x.shape[-1:], self.p[f"{name}.gamma"], self.p[f"{name}.beta"], 1e-5)

    def temporal(self, level, features):
        name, heads, head = f"temporal.level{level}", SIZES["heads"], SIZES["head"]
        token = self.p[f"{name}.classToken"].reshape(1, 1, -1).expand(len(features), 1, -1)
        z = torch.cat([token, features], 1) + self.p[f"{name}.position"].reshape(1, -1, features.shape[2])
        for number in range(SIZES["depth"]):
            layer = f"{name}.layer{number}"
            qkv = F.linear(self.layer_norm(f"{layer}.attention.norm", z), self.p[f"{layer}.attention.qkv.weight"])
            q, k, v = qkv.reshape(*z.shape[:2], 3, heads, head).permute(2, 0, 3, 1, 4)
            mixed = torch.softmax(q @ k.transpose(2, 3) * head**-0.5, -1) @ v
            z = z + self.linear(f"{layer}.attention.out", mixed.transpose(1, 2).flatten(2))
            u = self.linear(f"{layer}.feedForward.expand", self.layer_norm(f"{layer}.feedForward.norm", z))
            u = 0.5 * u * (1 + torch.tanh(math.sqrt(2 / math.pi) * (u + 0.044715 * u**3)))
            z = z + self.linear(f"{layer}.feedForward.contract", u)
        return z[:, 0]

    @staticmethod
    def attend(query, target):
        product = query[:, :, None] * target[:, None, :] / math.sqrt(query.shape[1])
        return (torch.softmax(product, 1) * target[:, None, :]).sum(2)

    def forward(self, frames):
        batch, count = frames.shape[:2]
        flat, own = self.spatial(frames.flatten(0, 1))
        features = [f.reshape(batch, count, -1) for f in flat]
        c = [self.temporal(level, f) for level, f in enumerate(features)]
        low = self.linear("fusion.outLow", self.attend(self.linear("fusion.queryLow", c[0]), c[1]))
        low = low + self.linear("fusion.lift", c[0])
        high = self.linear("fusion.outHigh", self.attend(self.linear("fusion.queryHigh", low), c[3])) + low
        heads = {"clip": c[0], "group": low, "emotion": high}
        logits = {name: self.linear(f"head.{name}", x) for name, x in heads.items()}
        return {"features": features, "c": c, "logits": logits, "own": own, "low": low, "high": high}


class Labels:
    def __init__(self, emotions, groups):
        self.members = [[emotions.index(name) for name in names] for names in groups.values()]
        self.group_of = [next(g for g, m in enumerate(self.members) if e in m) for e in range(len(emotions))]

    def means(self, v):
        return torch.stack([v[:, m].mean(1) for m in self.members], 1)

    def sums(self, v):
        return torch.stack([v[:, m].sum(1) for m in self.members], 1)


def nll(log, y):
    return -log[torch.arange(len(y)), y].mean()


def losses(out, frozen, y, labels):
    log = {name: torch.log_softmax(v, 1) for name, v in out["logits"].items()}
    y, y3 = torch.tensor(y), torch.tensor([labels.group_of[e] for e in y])
    t = {"sentimentLoss.level": nll(log["group"], y3), "sentimentLoss.clip": nll(labels.means(log["clip"]), y3)}
    t["sentimentLoss"] = 0.7 * t["sentimentLoss.level"] + 0.3 * t["sentimentLoss.clip"]
    t["ekmanLoss.level"], t["ekmanLoss.clip"] = nll(log["emotion"], y), nll(log["clip"], y)
    t["ekmanLoss"] = 0.7 * t["ekmanLoss.level"] + 0.3 * t["ekmanLoss.clip"]
    scores = frozen[torch.arange(len(y)), :, y][:, :, None]
    for level in (0, 1, 3):
        c = out["c"][level]
        t[f"semanticTransferLoss{level}"] = (c - (scores * out["features"][level]).sum(1)).abs().mean() / c.shape[1]
    t["semanticTransferLoss"] = 3 * sum(t[f"semanticTransferLoss{level}"] for level in (0, 1, 3))
    energy = torch.softmax(frozen.sum(1), 1)
    t["energyLoss1"] = (torch.sigmoid(out["logits"]["group"]) - labels.means(energy)).abs().mean()
    t["energyLoss2"] = (torch.sigmoid(out["logits"]["emotion"]) - energy).abs().mean()
    t["total"] = 0.6 * t["sentimentLoss"] + 1.4 * t["ekmanLoss"] + 0.4 * t["semanticTransferLoss"]
    t["total"] = t["total"] + 0.7 * t["energyLoss1"] + 0.3 * t["energyLoss2"]
    return t


def observed(out):
    found = {f"features.level{i}": f.flatten(0, 1) for i, f in enumerate(out["features"])}
    found.update({f"temporal.level{i}.out": c for i, c in enumerate(out["c"])})
    found.update({f"logits.{name}": v for name, v in out["logits"].items()})
    found.update({f"logProbs.{name}": torch.log_softmax(v, 1) for name, v in out["logits"].items()})
    found.update({"fusion.low": out["low"], "frameLogits.main": out["own"]})
    return found


def everything(request, parameters, dtype, draw):
    """All tensors and losses of a file, in one precision, on the clips of one draw of last bits."""
    labels = Labels(request["emotions"], request["groups"])
    trainable = [p["name"] for p in parameters if p["trainable"]]
    main = weights(parameters, request["seeds"]["main"])
    frames = torch.tensor(last_bits_moved(clips(request["seeds"]["clips"], request["batch"]), draw), dtype=dtype)
    teacher = Reference(weights(parameters, request["seeds"]["frozen"]), dtype)
    with torch.no_grad():
        frozen = teacher.spatial(frames.flatten(0, 1))[1].reshape(request["batch"], SIZES["frames"], -1)
        evaluated = Reference(main, dtype).forward(frames)
        trained = Reference(main, dtype)
        trained.training = True
        forward = trained.forward(frames)
    label_sets = [request["labels"], *request["otherLabels"]]
    result = {"eval": {**observed(evaluated), "frameLogits.frozen": frozen.flatten(0, 1)}, "labels": labels}
    result.update(trainForward=observed(forward), trainLosses=[losses(forward, frozen, y, labels) for y in label_sets])
    network, velocity = Reference(main, dtype), {}
    network.training = True
    result.update(stepLosses=[], start={name: network.p[name].clone() for name in network.p})
    for update in range(4):
        for name in trainable:
            network.p[name] = network.p[name].detach().requires_grad_()
        terms = losses(network.forward(frames), frozen, request["labels"], labels)
        terms["total"].backward()
        result["stepLosses"].append({name: value.detach() for name, value in terms.items()})
        if update == 0:
            result["gradients"] = {n: network.p[n].grad for n in trainable if network.p[n].grad is not None}
        for name in result["gradients"]:
            g = network.p[name].grad + 1e-4 * network.p[name].detach()
            velocity[name] = g if update == 0 else 0.9 * velocity[name] + g
            network.p[name] = network.p[name].detach() - 0.01 * velocity[name]
        if update in (0, 2):
            changed = [n for n in network.p if n not in trainable or n in result["gradients"]]
            result[f"after{update + 1}"] = {n: network.p[n].detach().clone() for n in changed}
    result["noGradient"] = [n for n in trainable if n not in result["gradients"]]
    return result


def largest(values):
    return values.abs().max().item()


def record(runs, count):
    """What the file says of one tensor, from its (exact, single) pairs; the first pair gives the values."""
    exact = runs[0][0].detach().double()
    values = exact.flatten()
    if len(values) <= count:
        kept = {"all": values.tolist()}
    else:
        drawn = bits("sample-indices", np.arange(2, count)).astype(np.int64) % len(values)
        kept = {"samples": values[[0, len(values) - 1, *drawn.tolist()]].tolist()}
    dev32 = max(largest(s.detach().double() - e.detach()) / max(largest(e), 1e-30) for e, s in runs)
    return {"shape": list(exact.shape), "mean": values.mean().item(), "l2": values.norm().item(), **kept, "dev32": dev32}


def state(runs, start, statistics):
    made = record(runs, 16)
    deltas = [(e - start[0], s.double() - start[1].double()) for e, s in runs]
    length = deltas[0][0].norm().item()
    if length == 0 or statistics:
        return made
    return {**made, "deltaL2": length, "deltaDev32": max(((s - e).norm() / e.norm()).item() for e, s in deltas)}


def terms_of(runs):
    def off(name):
        return max(abs(s[name].item() - e[name].item()) for e, s in runs)

    return {name: {"value": value.item(), "dev32": off(name)} for name, value in runs[0][0].items()}


def fusion(evaluated, labels, label_sets):
    pg, pl1, pl2 = (torch.log_softmax(evaluated[f"logits.{name}"], 1) for name in ("clip", "group", "emotion"))
    betas = [j / 10 for j in range(11)]
    mixed = [b * pg + (1 - b) * pl2 for b in betas]
    sentiment = [b * labels.sums(pg) + (1 - b) * pl1 for b in betas]
    combined = labels.means(mixed[3]) + 5 * pl1
    named = mixed[3].argmax(1).tolist()
    frames = torch.log_softmax(evaluated["frameLogits.main"], 1).reshape(len(pg), SIZES["frames"], -1).mean(1)

    def each(y, grouped):
        rows, y3 = torch.arange(len(y)), [labels.group_of[e] for e in y]
        level, clip = -pl1[rows, y3], -grouped[rows, y3]
        return 0.7 * level + 0.3 * clip + 0.7 * -pl2[rows, y] + 0.3 * -pg[rows, y]

    script = [{"labels": y, "loss": each(y, labels.sums(pg)).tolist()} for y in label_sets]
    evaluation = [
        {
            "labels": y,
            "loss": each(y, labels.means(pg)).mean().item(),
            "accuracyPercentByBeta": [100 * (m.argmax(1) == torch.tensor(y)).double().mean().item() for m in mixed],
        }
        for y in label_sets
    ]
    made = {
        "betas": betas,
        "ekman": [m.tolist() for m in mixed],
        "ekmanArgmax": [m.argmax(1).tolist() for m in mixed],
        "sentiment": [s.tolist() for s in sentiment],
        "sentimentArgmax": [s.argmax(1).tolist() for s in sentiment],
        "clipGroupSumLogProbs": labels.sums(pg).tolist(),
        "combined": combined.tolist(),
        "combinedArgmax": combined.argmax(1).tolist(),
        "reportedEkman": named,
        "reportedSentimentFromEkman": [labels.group_of[e] for e in named],
        "frameMeanLogProbs": frames.tolist(),
        "testScriptLoss": script,
    }
    return made, evaluation


def main():
    request = json.load(sys.stdin)
    given = json.load(open(sys.argv[1]))["small"]["parameters"]
    outputs = {"clip": len(request["emotions"]), "emotion": len(request["emotions"]), "frame": len(request["emotions"])}
    outputs["group"] = len(request["groups"])

    def resized(p):
        head = p["name"].split(".")
        return {**p, "shape": [outputs[head[1]], *p["shape"][1:]]} if head[0] == "head" else p

    parameters = [resized(p) for p in given]
    precisions = (torch.float64, torch.float32)
    runs = [[everything(request, parameters, dtype, draw) for dtype in precisions] for draw in request.get("roundings", ROUNDINGS)]
    exact, single = runs[0]
    label_sets = [request["labels"], *request["otherLabels"]]
    fused, evaluation = fusion(exact["eval"], exact["labels"], label_sets)
    sums = [bit_sum(values) for values in weights(parameters, request["seeds"]["main"]).values()]
    checksums = {"main": sum(sums) % 2**32, "clips": bit_sum(clips(request["seeds"]["clips"], request["batch"]))}

    def pairs(group, key):
        return [(e[group][key], s[group][key]) for e, s in runs]

    def group(name, count):
        return {n: record(pairs(name, n), count) for n in exact[name]}

    def states(name):
        start = {n: (exact["start"][n], single["start"][n]) for n in exact[name]}
        return {n: state(pairs(name, n), start[n], "running" in n) for n in exact[name]}

    def terms(name):
        return [terms_of(pairs(name, i)) for i in range(len(exact[name]))]

    fixture = {
        **{key: request[key] for key in ("seeds", "batch", "labels", "emotions", "groups")},
        "config": "small",
        "checksums": checksums,
        "eval": group("eval", 32),
        "evalLoss": evaluation,
        "fusion": fused,
        "trainForward": group("trainForward", 32),
        "trainLossInputs": {},
        "trainLosses": [{"labels": y, "terms": t} for y, t in zip(label_sets, terms("trainLosses"))],
        "gradients": group("gradients", 16),
        "noGradient": exact["noGradient"],
        "stepLosses": [{"beforeUpdate": i, "terms": t} for i, t in enumerate(terms("stepLosses"))],
        "after1": states("after1"),
        "after3": states("after3"),
    }
    json.dump(fixture, sys.stdout)


if __name__ == "__main__":
    main()

"""One training step of AEN in PyTorch, written from kernel/aen/SPEC.md: the peer of the engine's benchmark.

Reads commands from standard input, one a line: "step" runs one step and prints a JSON line with its wall-clock
and processor seconds and the peak of memory in megabytes; "quit" ends. Arguments: a JSON object with the sizes of the
network, the part to run ("full", "backbone" or the prediction of a "clip") and whether torch.compile compiles it.
"""

import json
import math
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    def __init__(self, before, width, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(before, width, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(width)
        self.shortcut = None
        if stride != 1:
            self.shortcut = nn.Sequential(nn.Conv2d(before, width, 1, stride, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        y = self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x)))))
        return F.relu(y + (x if self.shortcut is None else self.shortcut(x)))


class Backbone(nn.Module):
    """Section 1.1 without the frame head and the tap of level 2, which no loss reaches."""

    def __init__(self, widths, blocks):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, widths[0], 7, 2, 3, bias=False), nn.BatchNorm2d(widths[0]))
        self.stages = nn.ModuleList()
        before = widths[0]
        for number, (width, count) in enumerate(zip(widths, blocks)):
            layers = [Block(before if i == 0 else width, width, 2 if number > 0 and i == 0 else 1) for i in range(count)]
            self.stages.append(nn.Sequential(*layers))
            before = width
        self.tap1 = nn.Sequential(nn.Conv2d(widths[0], widths[0], 1), nn.Conv2d(widths[0], 1, 1))
        self.tap3 = nn.Sequential(nn.Conv2d(widths[2], widths[2], 1), nn.Conv2d(widths[2], 16, 1))

    def forward(self, frames):
        x = F.max_pool2d(F.relu(self.stem(frames)), 3, 2, 1)
        first = self.stages[0](x)
        third = self.stages[2](self.stages[1](first))
        fourth = self.stages[3](third)
        return fourth.mean((2, 3)), self.tap1(first).flatten(1), self.tap3(third).flatten(1)


class Layer(nn.Module):
    def __init__(self, width, heads, head_size, hidden):
        super().__init__()
        inner = heads * head_size
        self.heads, self.head_size = heads, head_size
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * inner, bias=False)
        self.out = nn.Linear(inner, width)
        self.expand, self.contract = nn.Linear(width, hidden), nn.Linear(hidden, width)

    def forward(self, z):
        batch, tokens, _ = z.shape
        q, k, v = self.qkv(self.norm1(z)).view(batch, tokens, 3, self.heads, self.head_size).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) * self.head_size**-0.5, -1)
        z = z + self.out((weights @ v).transpose(1, 2).reshape(batch, tokens, -1))
        u = self.expand(self.norm2(z))
        gate = torch.tanh(math.sqrt(2 / math.pi) * (u + 0.044715 * u**3))
        return z + self.contract(0.5 * u * (1 + gate))


class Encoder(nn.Module):
    def __init__(self, width, frames, depth, heads, head_size, hidden):
        super().__init__()
        self.token = nn.Parameter(torch.randn(1, 1, width))
        self.position = nn.Parameter(torch.randn(1, frames + 1, width))
        self.layers = nn.ModuleList(Layer(width, heads, head_size, hidden) for _ in range(depth))

    def forward(self, features):
        z = torch.cat([self.token.expand(len(features), -1, -1), features], 1) + self.position
        for layer in self.layers:
            z = layer(z)
        return z[:, 0]


def attend(query, target, over):
    """Section 1.3; `over` is the index that the softmax runs over: 1 for the query's (published), 2 for the key's."""
    product = query.unsqueeze(2) * target.unsqueeze(1) / math.sqrt(query.shape[1])
    return (torch.softmax(product, over) @ target.unsqueeze(2)).squeeze(2)


class Network(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes
        widths = sizes["stageWidths"]
        semantic = (sizes["size"] // 4) ** 2
        self.backbone = Backbone(widths, sizes["blocksPerStage"])
        temporal = [sizes[key] for key in ("frames", "temporalDepth", "heads", "headSize", "feedForwardSize")]
        self.temporal = nn.ModuleList(Encoder(width, *temporal) for width in (widths[3], semantic, semantic))
        self.lift, self.query_low = nn.Linear(widths[3], semantic), nn.Linear(widths[3], semantic)
        self.query_high = nn.Linear(semantic, semantic)
        self.out_low, self.out_high = nn.Linear(semantic, semantic), nn.Linear(semantic, semantic)
        self.clip, self.group, self.emotion = nn.Linear(widths[3], 7), nn.Linear(semantic, 3), nn.Linear(semantic, 7)

    def forward(self, clips):
        batch, frames = clips.shape[:2]
        features = [f.view(batch, frames, -1) for f in self.backbone(clips.flatten(0, 1))]
        c = [encoder(f) for encoder, f in zip(self.temporal, features)]
        low = self.out_low(attend(self.query_low(c[0]), c[1], 1)) + self.lift(c[0])
        high = self.out_high(attend(self.query_high(low), c[2], 1)) + low
        return features, c, self.clip(c[0]), self.group(low), self.emotion(high)


def grouped(v):
    return torch.stack([(v[:, 0] + v[:, 4]) / 2, v[:, 2], (v[:, 1] + v[:, 3] + v[:, 5] + v[:, 6]) / 4], 1)


def total_loss(outputs, labels, groups, frozen):
    """Section 3."""
    features, vectors, clip, group, emotion = outputs
    clip_log, group_log, emotion_log = (torch.log_softmax(x, 1) for x in (clip, group, emotion))
    sentiment = 0.7 * F.nll_loss(group_log, groups) + 0.3 * F.nll_loss(grouped(clip_log), groups)
    ekman = 0.7 * F.nll_loss(emotion_log, labels) + 0.3 * F.nll_loss(clip_log, labels)
    scores = frozen[torch.arange(len(labels)), :, labels].unsqueeze(2)
    transfer = sum((c - (scores * f).sum(1)).abs().mean() / c.shape[1] for f, c in zip(features, vectors))
    target = torch.softmax(frozen.sum(1), 1)
    energy2 = (torch.sigmoid(emotion) - target).abs().mean()
    energy1 = (torch.sigmoid(group) - grouped(target)).abs().mean()
    return 0.6 * sentiment + 1.4 * ekman + 0.4 * 3 * transfer + 0.7 * energy1 + 0.3 * energy2


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def make_step(sizes):
    torch.manual_seed(1)
    torch.set_num_threads(sizes["threads"])
    clips = torch.rand(sizes["batch"], sizes["frames"], 3, sizes["size"], sizes["size"])
    labels = torch.arange(sizes["batch"]) * 3 % 7
    groups = torch.tensor([0, 2, 1, 2, 0, 2, 2])[labels]
    frozen = torch.randn(sizes["batch"], sizes["frames"], 7)
    network = Network(sizes)
    part = network.backbone if sizes["part"] == "backbone" else network
    if sizes.get("compiled"):
        part.forward = torch.compile(part.forward)
    if sizes["part"] == "clip":
        return prediction(network.eval(), clips)
    optimizer = torch.optim.SGD(part.parameters(), lr=0.001, momentum=0.9, weight_decay=1e-4)

    def loss():
        if part is network:
            return total_loss(network(clips), labels, groups, frozen)
        return sum(feature.square().mean() for feature in part(clips.flatten(0, 1)))

    def step():
        optimizer.zero_grad(set_to_none=True)
        value = loss()
        value.backward()
        optimizer.step()
        return value.item()

    return step


def prediction(network, clips):
    def step():
        with torch.no_grad():
            heads = network(clips)[2:]
        return float(sum(torch.log_softmax(head, 1)[0, 0] for head in heads))

    return step


def main():
    step = make_step(json.loads(sys.argv[1]))
    for line in sys.stdin:
        if line.strip() == "quit":
            break
        wall, processor = time.perf_counter(), processor_seconds()
        loss = step()
        seconds = {"wall": time.perf_counter() - wall, "processor": processor_seconds() - processor}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(json.dumps({"loss": loss, **seconds, "peakMegabytes": peak}), flush=True)


if __name__ == "__main__":
    main()

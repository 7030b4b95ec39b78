"""Trains a small convolutional network on frames and says how well it does on people it has not seen.

usage: data-synthetic.py FOLDER   with FOLDER/{train,test,misled}.bin: uint8 [n, 64, 64, 3], and .json: the labels
"""
import json, sys
import numpy
import torch
from torch import nn

torch.manual_seed(0)
torch.set_num_threads(1)
folder = sys.argv[1]


def load(name):
    labels = json.load(open(f"{folder}/{name}.json"))
    pixels = numpy.fromfile(f"{folder}/{name}.bin", dtype=numpy.uint8).reshape(-1, 64, 64, 3)
    images = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255 - 0.5
    return images, {key: torch.tensor(value) for key, value in labels.items()}


def block(inputs, outputs):
    return [nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(), nn.MaxPool2d(2)]


layers = block(3, 16) + block(16, 32) + block(32, 64) + block(64, 96)
network = nn.Sequential(*layers, nn.Flatten(), nn.Dropout(0.4), nn.Linear(96 * 16, 7))
images, labels = load("train")
epochs = 30
optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-2)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=epochs * (len(images) // 32))
for epoch in range(epochs):
    network.train()
    order = torch.randperm(len(images))
    for start in range(0, len(images) - 31, 32):
        batch = images[order[start : start + 32]]
        if torch.rand(1) < 0.5:
            batch = batch.flip(3)
        shift = torch.randint(-4, 5, (2,)).tolist()
        batch = torch.roll(batch, shift, (2, 3)) * (0.85 + 0.3 * torch.rand(len(batch), 1, 1, 1))
        loss = nn.functional.cross_entropy(network(batch), labels["clip"][order[start : start + 32]])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()

network.eval()
with torch.no_grad():
    images, labels = load("test")
    predicted = network(images).argmax(1)
    truth = labels["clip"]
    recalls = [float((predicted[truth == c] == c).float().mean()) for c in range(7)]
    images, labels = load("misled")
    predicted = network(images).argmax(1)
    result = {
        "uar": sum(recalls) / 7,
        "recalls": recalls,
        "deviatingTakenForTheClip": float((predicted == labels["clip"]).float().mean()),
        "deviatingTakenForWhatTheyShow": float((predicted == labels["frame"]).float().mean()),
    }
print(json.dumps({key: numpy.round(value, 3).tolist() for key, value in result.items()}))

"""The model: a few layers of MiniLM with a head for each tagger of the engine."""

import threading

import torch
import torch.nn.functional as F
from torch import nn

WIDTH, HEADS, INNER = 384, 12, 1536
MANNERS = 16
LONGEST = 192
# Labels of each tagger: outside, and beginning and inside of each kind of span.
LABELS = {"names": 17, "cues": 5, "hedges": 7, "roles": 5}
# Taggers that have weights of their own for our scheme.
OWN = ("names", "cues", "roles")
ROLE_WIDTH = 192
# Distances from a cue are told apart up to these many tokens, on each side.
DISTANCES = [1, 2, 3, 4, 5, 6, 8, 11, 15, 21, 30, 45, 70]


# The generator of each thread: what is dropped must not depend on which thread comes first.
CHANCE = threading.local()


def dropped(x, share=0.1):
    """Sets some numbers to nothing while a generator is set, and scales the others up."""
    generator = getattr(CHANCE, "generator", None)
    if generator is None:
        return x
    return x * torch.empty_like(x).bernoulli_(1 - share, generator=generator) / (1 - share)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        rows, length, _ = x.shape
        q, k, v = (part.view(rows, length, HEADS, -1).transpose(1, 2) for part in self.mix(x).chunk(3, -1))
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + dropped(self.out(y.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm2(x + dropped(self.outer(F.gelu(self.inner(x), approximate="tanh"))))


class Head(nn.Module):
    """Scores of labels; in our own scheme, with further weights."""

    def __init__(self, width, labels, own):
        super().__init__()
        self.shared = nn.Linear(width, labels)
        self.own = nn.Linear(width, labels) if own else None
        if own:
            nn.init.zeros_(self.own.weight)
            nn.init.zeros_(self.own.bias)

    def forward(self, x, own):
        scores = self.shared(x)
        return scores if self.own is None else scores + own.unsqueeze(-1) * self.own(x)


class Reader(nn.Module):
    def __init__(self, pieces, layers):
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.manners = nn.Embedding(MANNERS, WIDTH)
        nn.init.zeros_(self.manners.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.heads = nn.ModuleDict({name: Head(ROLE_WIDTH if name == "roles" else WIDTH, n, name in OWN) for name, n in LABELS.items()})
        self.role_token = nn.Linear(WIDTH, ROLE_WIDTH)
        self.role_cue = nn.Linear(2 * WIDTH, 2 * ROLE_WIDTH)
        self.role_place = nn.Embedding(2 * len(DISTANCES) + 3, ROLE_WIDTH)
        nn.init.normal_(self.role_place.weight, std=0.1)

    def encode(self, pieces, manners):
        mask = (pieces != 0)[:, None, None, :]
        places = torch.arange(pieces.shape[1])
        x = dropped(self.norm(self.pieces(pieces) + self.places(places) + self.manners(manners)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def roles(self, tokens, cues, places, own):
        """Scores of roles: of tokens by their vectors, each with the vectors of its cue's first and last token."""
        gain, shift = self.role_cue(cues).chunk(2, -1)
        x = F.relu(self.role_token(tokens) * (1 + gain) + shift + self.role_place(places))
        return self.heads["roles"](x, own)


def place(at, start, end):
    """The number of a token's place beside a cue."""
    if start <= at < end:
        return 0
    distance = start - at if at < start else at - end + 1
    bucket = next((n for n, limit in enumerate(DISTANCES) if distance <= limit), len(DISTANCES))
    return 1 + bucket + (0 if at < start else len(DISTANCES) + 1)


# Weights are written in whole steps: each so large a share of the usual size of its row. What is learned last,
# and little, is written more finely.
STEP, FINE = 0.28, 0.05


def steps(weights, share):
    """The step of each row, and how many of them each weight is."""
    step = (weights.square().mean(1, keepdim=True).sqrt() * share).clamp(min=1e-9)
    return step, (weights / step).round_().clamp_(-127, 127)


def share(name):
    """How large the steps of a matrix are."""
    return FINE if name.startswith(("heads", "role", "manners")) else STEP

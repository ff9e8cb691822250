#!/usr/bin/python3
"""Trains the tagger on what prepare.ts wrote. Seeded: the same input gives the same weights."""
import argparse, glob, json, math, os, random, sys, time
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from quantise import quantised

STYLES = ['generic', 'anercorp', 'wikifane', 'aqmar', 'politics', 'wnut', 'wikigold', 'worldwide', 'news']
# Raw news is labelled, and learnt from, in these two by turns.
RAW_STYLES = ['news', 'anercorp']
TAGS = 7
KINDS = 65


class Data:
    def __init__(self, folder, name, sizes):
        load = lambda what, kind: np.fromfile(os.path.join(folder, f'{name}.{what}'), kind)
        self.name = name
        self.words = torch.from_numpy(load('words', np.uint32).astype(np.int64))
        n = len(self.words)
        self.features = torch.from_numpy(load('features', np.uint16).astype(np.int64)).view(n, -1)
        self.grams = torch.from_numpy(load('grams', np.uint16).astype(np.int64)).view(n, -1)
        self.letters = torch.from_numpy(load('letters', np.uint8)).view(n, -1)
        self.lines = load('lines', np.uint8)
        self.labels = self.owners = self.gold = None
        if os.path.exists(os.path.join(folder, f'{name}.labels')):
            self.labels = torch.from_numpy(load('labels', np.uint8).astype(np.int64))
            self.owners = load('owners', np.uint32)
            self.gold = load('gold', np.uint8)
        style = name.split('.')[0]
        self.raw = style.startswith('raw')
        if self.raw:
            style = RAW_STYLES[int(style[3:]) % len(RAW_STYLES)]
        self.style = STYLES.index(style) if style in STYLES else 0
        starts = np.flatnonzero(self.lines)
        self.sentences = list(zip(starts, list(starts[1:]) + [n]))

    def windows(self, limit, rng=None):
        """Runs of whole sentences up to `limit` tokens; with rng the cuts differ each time."""
        out, start, end = [], None, None
        first = rng.randint(20, limit) if rng else limit
        cap = first
        for a, b in self.sentences:
            while b - a > limit:
                if start is not None:
                    out.append((start, end)); start = None
                out.append((a, a + limit)); a += limit
            if start is None:
                start, end = a, b
            elif b - start > cap:
                out.append((start, end)); start, end, cap = a, b, limit
            else:
                end = b
        if start is not None:
            out.append((start, end))
        return out


class Depthwise(torch.autograd.Function):
    """Each channel's own filter along the text; by hand, since slicing makes autograd fill zeros."""

    @staticmethod
    def forward(ctx, x, weight, dilation):
        ctx.save_for_backward(x, weight)
        ctx.dilation = dilation
        return Depthwise.slide(x, weight, dilation)

    @staticmethod
    def slide(x, weight, dilation):
        T, half = x.shape[1], weight.shape[0] // 2
        out = x * weight[half]
        for k in range(weight.shape[0]):
            by = (k - half) * dilation
            if by > 0 and by < T:
                out[:, :T - by].addcmul_(x[:, by:], weight[k])
            elif by < 0 and -by < T:
                out[:, -by:].addcmul_(x[:, :T + by], weight[k])
        return out

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        T, half = x.shape[1], weight.shape[0] // 2
        gx = Depthwise.slide(grad, weight.flip(0), ctx.dilation)
        gw = torch.zeros_like(weight)
        for k in range(weight.shape[0]):
            by = (k - half) * ctx.dilation
            if abs(by) >= T:
                continue
            if by >= 0:
                gw[k] = (grad[:, :T - by] * x[:, by:]).sum((0, 1))
            else:
                gw[k] = (grad[:, -by:] * x[:, :T + by]).sum((0, 1))
        return gx, gw, None


class Locked(nn.Module):
    """Dropout that leaves out the same channels along a whole window."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        keep = (torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate).float() / (1 - self.rate)
        return x * keep


class Net(nn.Module):
    def __init__(self, sizes, vectors, clusters, kinds, args):
        super().__init__()
        H = args.hidden
        self.args = args
        self.register_buffer('frozen', vectors)
        learnt = (vectors.abs().sum(1) == 0).nonzero().squeeze(1)
        self.register_buffer('learnt_at', torch.full((len(vectors),), 0, dtype=torch.long))
        self.learnt_at[learnt] = torch.arange(len(learnt))
        self.learnt = nn.Embedding(max(1, len(learnt)), vectors.shape[1], padding_idx=0)
        nn.init.normal_(self.learnt.weight, std=0.1)
        with torch.no_grad():
            self.learnt.weight[0] = 0
        self.register_buffer('clusters', clusters)
        self.register_buffer('kinds', kinds)
        self.kind = nn.Embedding(KINDS, H)
        nn.init.normal_(self.kind.weight, std=0.05)
        self.cluster = nn.Embedding(int(clusters.max()) + 1, args.cluster)
        self.gram = nn.EmbeddingBag(sizes['buckets'], args.gram, mode='mean', padding_idx=0)
        nn.init.normal_(self.gram.weight, std=0.1)
        with torch.no_grad():
            self.gram.weight[0] = 0
        if args.letters:
            self.letter = nn.Embedding(256, 24, padding_idx=0)
            self.spell = nn.Conv1d(24, args.letters, 3, padding=1)
        self.word = nn.Linear(vectors.shape[1] + args.gram + args.cluster + args.letters, H)
        offsets = np.cumsum([0] + sizes['features'][:-1])
        self.register_buffer('offsets', torch.tensor(offsets))
        self.lists = sizes['features']
        self.feature = nn.EmbeddingBag(sum(sizes['features']), H, mode='sum')
        self.style = nn.Embedding(len(STYLES), H)
        for e in (self.feature, self.style):
            nn.init.normal_(e.weight, std=0.05)
        nn.init.normal_(self.cluster.weight, std=0.1)
        self.drop = Locked(args.dropout)
        self.norm_in = nn.LayerNorm(H)
        if args.arch == 'cnn':
            self.dilations = [int(d) for d in args.dilations.split(',')]
            self.depth = nn.ParameterList([nn.Parameter(torch.randn(args.width, H) * 0.2) for _ in self.dilations])
            self.depth_bias = nn.ParameterList([nn.Parameter(torch.zeros(H)) for _ in self.dilations])
            self.norms = nn.ModuleList([nn.LayerNorm(H) for _ in self.dilations])
            self.point = nn.ModuleList([nn.Linear(H, H) for _ in self.dilations])
            out = H
        else:
            self.lstm = nn.LSTM(H, args.lstm, bidirectional=True, batch_first=True)
            out = 2 * args.lstm
        self.norm_out = nn.LayerNorm(out)
        self.out = nn.Linear(out, TAGS)
        self.transition = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.begin = nn.Parameter(torch.zeros(TAGS))
        allowed = torch.zeros(TAGS, TAGS)
        start = torch.zeros(TAGS)
        for to in range(TAGS):
            if to and to % 2 == 0:
                start[to] = -1e4
                for fr in range(TAGS):
                    if fr not in (to, to - 1):
                        allowed[fr, to] = -1e4
        self.register_buffer('allowed', allowed)
        self.register_buffer('start', start)

    def emissions(self, words, features, grams, letters, style, raw, mask):
        a = self.args
        kinds = self.kinds[words]
        if self.training:
            unknown = torch.rand(words.shape) < a.worddrop
            words = words.masked_fill(unknown, 0)
            features = features.clone()
            features[..., 0] = torch.where(unknown & (features[..., 0] % 5 != 4),
                                           features[..., 0] // 5 * 5 + 4, features[..., 0])
            nolist = torch.rand(words.shape[0], 1) < a.listdrop
            nolist = nolist | (torch.rand(words.shape) < 0.05)
            for f in (3, 4, 5):
                features[..., f] = features[..., f].masked_fill(nolist, 0)
            # Labels of the news gave the kinds: there they must not be all that is read.
            rate = torch.where(raw, 0.5, a.listdrop).unsqueeze(1)
            kinds = kinds.masked_fill(unknown | (torch.rand(words.shape) < rate), 0)
            style = torch.where(torch.rand(style.shape) < a.styledrop, torch.zeros_like(style), style)
        B, T = words.shape
        vec = F.embedding(words, self.frozen) + self.learnt(self.learnt_at[words])
        gram = self.gram(grams.view(B * T, -1)).view(B, T, -1)
        parts = [vec, gram, self.cluster(self.clusters[words])]
        if a.letters:
            forms, where = torch.unique(letters.view(B * T, -1), dim=0, return_inverse=True)
            seen = F.relu(self.spell(self.letter(forms.long()).transpose(1, 2))).amax(2)
            parts.append(seen[where].view(B, T, -1))
        x = self.word(self.drop(torch.cat(parts, -1)))
        x = x + self.feature((features + self.offsets).view(B * T, -1)).view(B, T, -1)
        x = self.norm_in(x + self.kind(kinds) + self.style(style).unsqueeze(1))
        m = mask.unsqueeze(-1).float()
        x = F.relu(x) * m
        if a.arch == 'cnn':
            for d, w, b, norm, point in zip(self.dilations, self.depth, self.depth_bias, self.norms, self.point):
                y = Depthwise.apply(x, w, d) + b
                y = F.relu(point(self.drop(norm(y))))
                x = (x + y) * m
        else:
            x, _ = self.lstm(self.drop(x))
        return self.out(self.drop(self.norm_out(x)))

    def loss(self, e, labels, mask, soft=None):
        B, T, _ = e.shape
        trans, begin = self.transition + self.allowed, self.begin + self.start
        m = mask.float()
        gold = begin[labels[:, 0]] + e[:, 0].gather(1, labels[:, :1]).squeeze(1)
        steps = e[:, 1:].gather(2, labels[:, 1:, None]).squeeze(2) + trans[labels[:, :-1], labels[:, 1:]]
        gold = gold + (steps * m[:, 1:]).sum(1)
        each, real = e.unbind(1), mask.unsqueeze(2).unbind(1)
        alpha = begin + each[0]
        for t in range(1, T):
            new = torch.logsumexp(alpha.unsqueeze(2) + trans, 1) + each[t]
            alpha = torch.where(real[t], new, alpha)
        return (torch.logsumexp(alpha, 1) - gold).sum() / m.sum()

    @torch.no_grad()
    def decode(self, e, lengths):
        trans = (self.transition + self.allowed).numpy()
        begin = (self.begin + self.start).numpy()
        e = e.numpy()
        B, T, _ = e.shape
        score = begin + e[:, 0]
        back = np.zeros((B, T, TAGS), np.int64)
        scores = [score]
        for t in range(1, T):
            s = score[:, :, None] + trans
            back[:, t] = s.argmax(1)
            score = s.max(1) + e[:, t]
            scores.append(score)
        paths = []
        for b in range(B):
            L = lengths[b]
            tag = int(scores[L - 1][b].argmax())
            path = [tag]
            for t in range(L - 1, 0, -1):
                tag = int(back[b, t, tag]); path.append(tag)
            paths.append(path[::-1])
        return paths


def batch(parts):
    """parts: list of (data, a, b, labels)"""
    T = max(b - a for _, a, b in parts)
    B = len(parts)
    words = torch.zeros(B, T, dtype=torch.long)
    features = torch.zeros(B, T, parts[0][0].features.shape[1], dtype=torch.long)
    grams = torch.zeros(B, T, parts[0][0].grams.shape[1], dtype=torch.long)
    letters = torch.zeros(B, T, parts[0][0].letters.shape[1], dtype=torch.uint8)
    labels = torch.zeros(B, T, dtype=torch.long)
    mask = torch.zeros(B, T, dtype=torch.bool)
    style = torch.zeros(B, dtype=torch.long)
    raw = torch.zeros(B, dtype=torch.bool)
    for i, (d, a, b) in enumerate(parts):
        n = b - a
        words[i, :n], features[i, :n], grams[i, :n] = d.words[a:b], d.features[a:b], d.grams[a:b]
        letters[i, :n] = d.letters[a:b]
        if d.labels is not None:
            labels[i, :n] = d.labels[a:b]
        mask[i, :n] = True
        style[i] = d.style
        raw[i] = d.raw
    return words, features, grams, letters, style, raw, mask, labels


def emissions_of(net, data, style=None, limit=150, width=40):
    """List of (a, b, emissions) over windows, batched by like length."""
    net.eval()
    out = []
    windows = sorted(data.windows(limit), key=lambda w: w[1] - w[0])
    with torch.no_grad():
        for i in range(0, len(windows), width):
            part = [(data, int(a), int(b)) for a, b in windows[i:i + width]]
            w, f, g, c, s, r, m, _ = batch(part)
            if style is not None:
                s[:] = style
            e = net.emissions(w, f, g, c, s, r, m)
            for (_, a, b), row in zip(part, e):
                out.append((a, b, row[:b - a].numpy().copy()))
    return out


def viterbi(emissions, trans, begin):
    T = len(emissions)
    score = begin + emissions[0]
    back = np.zeros((T, TAGS), np.int64)
    for t in range(1, T):
        s = score[:, None] + trans
        back[t] = s.argmax(0)
        score = s.max(0) + emissions[t]
    tag = int(score.argmax()); path = [tag]
    for t in range(T - 1, 0, -1):
        tag = int(back[t, tag]); path.append(tag)
    return path[::-1]


def predict(nets, data, style=None):
    tags = np.zeros(len(data.words), np.int64)
    sums = {}
    for net in nets:
        for a, b, e in emissions_of(net, data, style):
            sums[(a, b)] = sums.get((a, b), 0) + e / len(nets)
    trans = sum((n.transition + n.allowed).detach().numpy() for n in nets) / len(nets)
    begin = sum((n.begin + n.start).detach().numpy() for n in nets) / len(nets)
    for (a, b), e in sums.items():
        tags[a:b] = viterbi(e, trans, begin)
    return tags


def spans(tags):
    out, start, kind = set(), None, None
    for i, t in enumerate(list(tags) + [0]):
        t = int(t)
        inside = t and t % 2 == 0 and kind == (t - 1) // 2
        if start is not None and not inside:
            out.add((start, i, kind)); start = None; kind = None
        if t and not inside:
            start, kind = i, (t - 1) // 2
    return out


def score(data, tags):
    owned = np.zeros(len(data.gold), np.int64)
    seen = np.full(len(data.gold), False)
    for tag, owner in zip(tags, data.owners):
        if not seen[owner] or (owned[owner] == 0 and tag):
            owned[owner] = tag; seen[owner] = True
    gold, got = spans(data.gold), spans(owned)
    per = []
    for k in range(3):
        g, h = {s for s in gold if s[2] == k}, {s for s in got if s[2] == k}
        per.append(200 * len(g & h) / max(1, len(g) + len(h)))
    f = 200 * len(gold & got) / max(1, len(gold) + len(got))
    p = 100 * len(gold & got) / max(1, len(got)); r = 100 * len(gold & got) / max(1, len(gold))
    return f, p, r, per


def kinds_of(counts):
    """Of each word how often it is a person, a place, a body in the news, in four steps each; 0 for rare words."""
    total = counts.sum(1)
    share = counts[:, 1:] / np.maximum(1, total)[:, None]
    level = np.digitize(share, [0.03, 0.2, 0.6])
    kinds = 1 + level[:, 0] + 4 * level[:, 1] + 16 * level[:, 2]
    kinds[total < 3] = 0
    kinds[0] = 0
    return torch.from_numpy(kinds.astype(np.int64))


def kmeans(vectors, k, seed):
    g = torch.Generator().manual_seed(seed)
    x = F.normalize(vectors)
    centres = x[torch.randperm(len(x), generator=g)[:k]].clone()
    for _ in range(12):
        at = torch.cat([(part @ centres.t()).argmax(1) for part in x.split(8192)])
        new = torch.zeros_like(centres).index_add_(0, at, x)
        centres = torch.where(new.norm(dim=1, keepdim=True) > 0, F.normalize(new), centres)
    return at


def main():
    p = argparse.ArgumentParser()
    p.add_argument('data'); p.add_argument('--out', default='')
    p.add_argument('--arch', default='cnn'); p.add_argument('--hidden', type=int, default=112)
    p.add_argument('--lstm', type=int, default=128)
    p.add_argument('--width', type=int, default=5); p.add_argument('--dilations', default='1,2,1,2,1')
    p.add_argument('--gram', type=int, default=32); p.add_argument('--letters', type=int, default=0); p.add_argument('--cluster', type=int, default=32)
    p.add_argument('--clusters', type=int, default=512)
    p.add_argument('--dropout', type=float, default=0.3); p.add_argument('--worddrop', type=float, default=0.07)
    p.add_argument('--listdrop', type=float, default=0.1); p.add_argument('--styledrop', type=float, default=0.15)
    p.add_argument('--epochs', type=int, default=10); p.add_argument('--batch', type=int, default=24)
    p.add_argument('--lr', type=float, default=2e-3); p.add_argument('--seed', type=int, default=1)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--corpora', default='anercorp:2,wikifane:1,aqmar:2,politics:3,wnut:1,wikigold:2')
    p.add_argument('--init', default=''); p.add_argument('--labels', default='')
    p.add_argument('--every', type=int, default=2)
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed); np.random.seed(args.seed); torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    sizes = json.load(open(os.path.join(args.data, 'sizes.json')))
    vectors = torch.from_numpy(np.fromfile(os.path.join(args.data, 'vectors'), np.float32)).view(-1, sizes['dimensions'])
    some = vectors[vectors.abs().sum(1) > 0]
    vectors = vectors / some.std()
    vectors, error = quantised(args.data, vectors)
    print(f'vectors off by {100 * error:.1f} %', flush=True)
    cachefile = os.path.join(args.data, f'clusters{args.clusters}.npy')
    if os.path.exists(cachefile):
        at = torch.from_numpy(np.load(cachefile))
    else:
        at = kmeans(vectors, args.clusters, 7)
        at[vectors.abs().sum(1) == 0] = args.clusters
        np.save(cachefile, at.numpy())
    vectors = torch.cat([torch.zeros(1, vectors.shape[1]), vectors])
    clusters = torch.cat([torch.tensor([args.clusters]), at])
    train = []
    for spec in args.corpora.split(','):
        name, times = spec.split(':')
        train.append((Data(args.data, f'{name}.train' if not name.startswith('raw') else name, sizes), float(times)))
    for d, _ in train:
        if d.labels is None:
            d.labels = torch.from_numpy(np.load(os.path.join(args.labels, f'{d.name}.npy')).astype(np.int64))
    devs = [Data(args.data, f'{n}.dev', sizes) for n in ('anercorp', 'wikifane', 'aqmar', 'politics', 'wikigold', 're3d', 'worldwide', 'news') if os.path.exists(os.path.join(args.data, f'{n}.dev.words'))]
    kinds = torch.zeros(len(vectors), dtype=torch.long)
    if args.labels:
        kinds = kinds_of(sum(np.load(p) for p in sorted(glob.glob(os.path.join(args.labels, 'counts-*.npy')))))
    net = Net(sizes, vectors, clusters, kinds, args)
    if args.init:
        state = torch.load(args.init)['state']
        state['kinds'] = kinds
        net.load_state_dict(state)
    fast = [q for n, q in net.named_parameters()]
    optimiser = torch.optim.AdamW(fast, lr=args.lr, weight_decay=0.01)
    steps_an_epoch = sum(len(d.words) * t for d, t in train) / 150 / args.batch * 1.15
    total = int(steps_an_epoch * args.epochs)
    average = {k: v.clone() for k, v in net.state_dict().items()}
    step = 0
    began = time.time()
    for epoch in range(args.epochs):
        net.train()
        windows = []
        for d, times in train:
            whole, rest = int(times), times - int(times)
            for _ in range(whole):
                windows += [(d, int(a), int(b)) for a, b in d.windows(150, rng)]
            if rest:
                windows += [(d, int(a), int(b)) for a, b in d.windows(150, rng) if rng.random() < rest]
        rng.shuffle(windows)
        losses = []
        for i in range(0, len(windows), args.batch):
            w, f, g, c, s, r, m, y = batch(windows[i:i + args.batch])
            rate = min(1, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * min(1, step / total)))
            for group in optimiser.param_groups:
                group['lr'] = args.lr * max(0.02, rate)
            loss = net.loss(net.emissions(w, f, g, c, s, r, m), y, m)
            optimiser.zero_grad(); loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step(); step += 1
            keep = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for k, v in net.state_dict().items():
                    if v.dtype.is_floating_point and k not in ('frozen', 'allowed', 'start'):
                        average[k].mul_(keep).add_(v, alpha=1 - keep)
            losses.append(float(loss))
            if step % 40 == 0:
                print(f'  step {step}/{total} loss {np.mean(losses[-40:]):.4f} {time.time() - began:.0f}s', flush=True)
        if (epoch + 1) % args.every == 0 or epoch + 1 == args.epochs:
            own = {k: v.clone() for k, v in net.state_dict().items()}
            net.load_state_dict(average)
            line = []
            for d in devs:
                f, pr, rc, per = score(d, predict([net], d))
                line.append(f'{d.name[:-4]} {f:.1f} (P{pr:.0f} R{rc:.0f}; {per[0]:.0f}/{per[1]:.0f}/{per[2]:.0f})')
            print(f'epoch {epoch + 1} {time.time() - began:.0f}s loss {np.mean(losses):.4f} | ' + ' | '.join(line), flush=True)
            if args.out:
                torch.save({'state': net.state_dict(), 'args': vars(args)}, args.out)
            net.load_state_dict(own)


if __name__ == '__main__':
    main()

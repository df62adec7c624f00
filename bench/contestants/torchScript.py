"""PyTorch's kernels without Python: many steps in one TorchScript function, backward by hand, one flat tensor for the optimizer."""

from typing import List

import torch

from layers import Training


def train(file, options):
    torch.set_num_threads(options['threads'])
    torch.set_grad_enabled(False)
    return Scripted(Training(file))


class Scripted:
    def __init__(self, work):
        self.work = work
        self.flat = torch.from_numpy(work.parameters.copy())
        self.gradient = torch.zeros_like(self.flat)
        self.mean = torch.zeros_like(self.flat)
        self.square = torch.zeros_like(self.flat)
        layers, gradients = work.views(self.flat), work.views(self.gradient)
        self.weights, self.biases = map(list, zip(*layers))
        self.weight_gradients, self.bias_gradients = map(list, zip(*gradients))
        batches = work.batches_of(lambda array: torch.from_numpy(array.copy()))
        self.xs, self.ys = map(list, zip(*batches))
        self.step = 0

    def run(self, steps):
        # Compared steps go one by one, each with its masks.
        while steps > 0 and self.work.dropout and self.step < self.work.compared_steps:
            self.call(1, [torch.from_numpy(mask) for mask in self.work.masks(self.step)])
            steps -= 1
        if steps > 0:
            self.call(steps, [])

    def call(self, steps, masks):
        work = self.work
        train_steps(
            self.step, steps, self.xs, self.ys, self.weights, self.biases,
            self.weight_gradients, self.bias_gradients, self.flat, self.gradient, self.mean, self.square, masks,
            work.hidden == 'relu', work.output == 'tanh', work.loss == 'crossEntropy', work.dropout,
            work.optimizer == 'sgd', work.rate, work.momentum, work.decay,
        )  # fmt: skip
        self.step += steps

    def numbers(self):
        return self.flat.numpy()


@torch.jit.script
def train_steps(
    first: int,
    steps: int,
    xs: List[torch.Tensor],
    ys: List[torch.Tensor],
    weights: List[torch.Tensor],
    biases: List[torch.Tensor],
    weight_gradients: List[torch.Tensor],
    bias_gradients: List[torch.Tensor],
    flat: torch.Tensor,
    gradient: torch.Tensor,
    mean: torch.Tensor,
    square: torch.Tensor,
    masks: List[torch.Tensor],
    relu: bool,
    tanh_output: bool,
    cross_entropy: bool,
    dropout: float,
    sgd: bool,
    rate: float,
    momentum: float,
    decay: float,
):
    last = len(weights) - 1
    kept = 1.0 - dropout
    for i in range(first, first + steps):
        x = xs[i % len(xs)]
        y = ys[i % len(ys)]
        outputs = [x]
        used = masks
        if dropout > 0.0 and len(masks) == 0:
            used = [torch.empty(x.size(0), b.size(0)).bernoulli_(kept).mul_(1.0 / kept) for b in biases[:-1]]
        for layer in range(last + 1):
            h = torch.addmm(biases[layer], outputs[layer], weights[layer])
            if layer < last:
                if relu:
                    h.relu_()
                else:
                    h.tanh_()
                if dropout > 0.0:
                    h.mul_(used[layer])
            elif tanh_output:
                h.tanh_()
            outputs.append(h)
        out = outputs[last + 1]
        if cross_entropy:
            slope = torch.softmax(out, 1)
            slope.scatter_add_(1, y.unsqueeze(1), torch.full([y.size(0), 1], -1.0))
            slope.div_(y.size(0))
        else:
            slope = (out - y).mul_(2.0 / out.numel())
            if tanh_output:
                slope.mul_(1.0 - out * out)
        for back in range(last + 1):
            layer = last - back
            inputs = outputs[layer]
            torch.mm(inputs.t(), slope, out=weight_gradients[layer])
            torch.sum(slope, [0], out=bias_gradients[layer])
            if layer > 0:
                slope = torch.mm(slope, weights[layer].t())
                if dropout > 0.0:
                    slope.mul_(used[layer - 1])
                if relu:
                    slope.mul_(inputs > 0)
                else:
                    slope.mul_(1.0 - inputs * inputs)
        if sgd:
            if momentum > 0.0:
                mean.mul_(momentum).add_(gradient)
                flat.add_(mean, alpha=-rate)
            else:
                flat.add_(gradient, alpha=-rate)
        else:
            if decay > 0.0:
                flat.mul_(1.0 - rate * decay)
            mean.mul_(0.9).add_(gradient, alpha=0.1)
            square.mul_(0.999).addcmul_(gradient, gradient, value=0.001)
            correction = (1.0 - 0.999 ** float(i + 1)) ** -0.5
            size = square.sqrt().mul_(correction).add_(1e-8)
            flat.addcdiv_(mean, size, value=-rate / (1.0 - 0.9 ** float(i + 1)))

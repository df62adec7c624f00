"""Forward and backward written by hand in NumPy: buffers made once, all parameters in one flat array for the optimizer."""

import numpy

from layers import Training


def train(file, options):
    return NumPy(Training(file))


class NumPy:
    def __init__(self, work):
        self.work = work
        self.flat = work.parameters.copy()
        self.gradient = numpy.zeros_like(self.flat)
        self.layers = work.views(self.flat)
        self.gradients = work.views(self.gradient)
        self.mean = numpy.zeros_like(self.flat)
        self.square = numpy.zeros_like(self.flat)
        self.scratch = numpy.zeros_like(self.flat)
        self.root = numpy.zeros_like(self.flat)
        self.outputs = [numpy.empty((work.rows, units), 'float32') for units in work.sizes[1:]]
        self.slopes = [numpy.empty_like(output) for output in self.outputs]
        self.random = numpy.random.default_rng(1)
        self.step = 0
        self.batches = work.batches_of(numpy.asarray)

    def numbers(self):
        return self.flat

    def run(self, steps):
        for _ in range(steps):
            x, y = self.batches[self.step % len(self.batches)]
            masks = self.work.masks(self.step) or self.draw_masks()
            self.forward(x, masks)
            self.backward(x, y, masks)
            self.step += 1
            self.update()

    def draw_masks(self):
        rate = self.work.dropout
        if rate == 0:
            return None
        hidden = self.outputs[:-1]
        return [(self.random.random(h.shape, 'float32') >= rate) * numpy.float32(1 / (1 - rate)) for h in hidden]

    def forward(self, x, masks):
        for index, ((weights, biases), out) in enumerate(zip(self.layers, self.outputs)):
            last = index == len(self.layers) - 1
            numpy.matmul(x, weights, out=out)
            out += biases
            activation = self.work.output if last else self.work.hidden
            if activation == 'relu':
                numpy.maximum(out, 0, out=out)
            elif activation == 'tanh':
                numpy.tanh(out, out=out)
            if masks and not last:
                out *= masks[index]
            x = out

    def backward(self, x, y, masks):
        self.slope_of_loss(y)
        for index in range(len(self.layers) - 1, -1, -1):
            slope = self.slopes[index]
            inputs = self.outputs[index - 1] if index else x
            numpy.matmul(inputs.T, slope, out=self.gradients[index][0])
            numpy.add.reduce(slope, axis=0, out=self.gradients[index][1])
            if not index:
                return
            before = self.slopes[index - 1]
            numpy.matmul(slope, self.layers[index][0].T, out=before)
            if masks:
                before *= masks[index - 1]
            if self.work.hidden == 'relu':
                before *= inputs > 0
            else:
                before *= 1 - inputs * inputs

    def slope_of_loss(self, y):
        out, slope = self.outputs[-1], self.slopes[-1]
        if self.work.loss == 'crossEntropy':
            numpy.subtract(out, out.max(axis=1, keepdims=True), out=slope)
            numpy.exp(slope, out=slope)
            slope /= slope.sum(axis=1, keepdims=True)
            slope[numpy.arange(len(y)), y] -= 1
            slope /= len(y)
            return
        numpy.subtract(out, y, out=slope)
        slope *= 2 / out.size
        if self.work.output == 'tanh':
            slope *= 1 - out * out

    def update(self):
        work, gradient, scratch = self.work, self.gradient, self.scratch
        if work.optimizer == 'sgd':
            if work.momentum:
                self.mean *= work.momentum
                self.mean += gradient
                gradient = self.mean
            numpy.multiply(gradient, work.rate, out=scratch)
            self.flat -= scratch
            return
        if work.decay:
            self.flat *= 1 - work.rate * work.decay
        self.mean *= 0.9
        numpy.multiply(gradient, 0.1, out=scratch)
        self.mean += scratch
        self.square *= 0.999
        numpy.multiply(gradient, gradient, out=scratch)
        scratch *= 0.001
        self.square += scratch
        numpy.sqrt(self.square, out=self.root)
        self.root *= (1 - 0.999**self.step) ** -0.5
        self.root += 1e-8
        numpy.divide(self.mean, self.root, out=scratch)
        scratch *= work.rate / (1 - 0.9**self.step)
        self.flat -= scratch


def multiply(file, options):
    return Product(file)


class Product:
    def __init__(self, file):
        m, k, n = (file.settings[name] for name in 'mkn')
        a = file.arrays['a'].reshape((k, m) if file.settings['transposeA'] else (m, k))
        b = file.arrays['b'].reshape((n, k) if file.settings['transposeB'] else (k, n))
        self.a = a.T if file.settings['transposeA'] else a
        self.b = b.T if file.settings['transposeB'] else b
        self.product = numpy.zeros((m, n), 'float32')

    def run(self, steps):
        for _ in range(steps):
            numpy.matmul(self.a, self.b, out=self.product)

    def numbers(self):
        return self.product

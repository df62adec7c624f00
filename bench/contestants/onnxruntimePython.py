"""onnxruntime's native build, given the model as Neumann exports it; its inputs are made beforehand."""

import os

import numpy
import onnxruntime


def predict(file, options):
    return Session(file, options['threads'])


class Session:
    def __init__(self, file, threads):
        settings = file.settings
        rows, calls, columns = settings['rows'], settings['calls'], settings['columns']
        chosen = onnxruntime.SessionOptions()
        chosen.intra_op_num_threads = threads
        chosen.inter_op_num_threads = 1
        path = os.path.join(file.folder, 'model.onnx')
        self.session = onnxruntime.InferenceSession(path, chosen, providers=['CPUExecutionProvider'])
        values = file.arrays['values'].reshape(len(columns), calls, rows, 1)
        self.feeds = [{name: values[i, call].copy() for i, name in enumerate(columns)} for call in range(calls)]
        self.probabilities = numpy.zeros((rows, settings['classes']), 'float32')
        self.done = 0

    def run(self, steps):
        for _ in range(steps):
            feed = self.feeds[self.done % len(self.feeds)]
            self.probabilities = self.session.run(['probabilities'], feed)[0]
            self.done += 1

    def numbers(self):
        return self.probabilities.ravel()

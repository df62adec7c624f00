"""Reads what caseFile.ts writes."""

import json
import os
from types import SimpleNamespace

import numpy


def read_case_file(folder):
    with open(os.path.join(folder, 'case.json'), encoding='utf8') as file:
        stored = json.load(file)
    whole = numpy.fromfile(os.path.join(folder, 'case.bin'), dtype='uint8')
    arrays = {}
    for name, place in stored['arrays'].items():
        kind = numpy.dtype(place['type'])
        end = place['offset'] + place['length'] * kind.itemsize
        arrays[name] = whole[place['offset'] : end].view(kind)
    return SimpleNamespace(folder=folder, settings=stored['settings'], arrays=arrays)

"""The same as worker.ts, for contestants written in Python: worker.py <module> <kind> <folder of the case> <options>."""

import base64
import importlib.util
import json
import os
import resource
import sys
import time

from caseFile import read_case_file

module, kind, folder, options = sys.argv[1:]
sys.path.insert(0, os.path.dirname(module))
spec = importlib.util.spec_from_file_location('contestant', module)
contestant = importlib.util.module_from_spec(spec)
spec.loader.exec_module(contestant)
runner = getattr(contestant, kind)(read_case_file(folder), json.loads(options))
requests = os.fdopen(3, 'r')
answers = os.fdopen(4, 'w')


def blas():
    """The BLAS libraries of this process and the kernels they chose."""
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return None
    found = [pool for pool in threadpool_info() if pool['user_api'] == 'blas']
    return ', '.join(f"{pool['internal_api']} {pool['version']} {pool['architecture']}" for pool in found)


def run(steps):
    processor = time.process_time()
    wall = time.perf_counter()
    done = runner.run(steps)
    wall = time.perf_counter() - wall
    processor = time.process_time() - processor
    memory = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {'steps': done or steps, 'wall': 1e6 * wall, 'processor': 1e6 * processor, 'memory': memory}


def numbers():
    text = base64.b64encode(runner.numbers().astype('<f4').tobytes()).decode()
    return {'numbers': text, 'about': blas()}


def answer(reply):
    answers.write(json.dumps(reply) + '\n')
    answers.flush()


answer({'ready': True})
for line in requests:
    request = json.loads(line)
    answer(run(request['steps']) if request['do'] == 'run' else numbers())

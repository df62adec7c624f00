"""What this Python has (`versions torch numpy ...`), and how fast its BLAS is, with which kernels (`product`)."""

import importlib
import json
import sys
import time


def debian_version(module):
    """Debian's PyTorch calls itself 1.13.0a0; the package says which it is."""
    import subprocess

    query = ['dpkg-query', '-W', '-f', '${Version}', 'python3-' + module]
    try:
        return subprocess.run(query, capture_output=True, text=True, check=True).stdout.split('+')[0]
    except (OSError, subprocess.CalledProcessError):
        return None


def versions(modules):
    found = {}
    for module in modules:
        try:
            version = importlib.import_module(module).__version__
        except ImportError:
            continue
        if module == 'torch' and 'a0' in version:
            debian = debian_version(module)
            version = f'{debian}, Debian' if debian else version
        found[module] = version
    return found


def product():
    import numpy

    a = numpy.ones((512, 512), 'float32')
    out = numpy.empty_like(a)
    least = float('inf')
    for _ in range(12):
        begin = time.process_time()
        for _ in range(4):
            numpy.matmul(a, a, out=out)
        least = min(least, (time.process_time() - begin) / 4)
    return {'kernel': kernel(), 'gigaflops': 2 * 512**3 / least / 1e9}


def kernel():
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return 'unknown kernels'
    return next((pool['architecture'] for pool in threadpool_info() if pool['user_api'] == 'blas'), 'no BLAS')


print(json.dumps(product() if sys.argv[1] == 'product' else versions(sys.argv[2:])))

import { createPythonRuntime } from '#sandbox/python/runtime';
import { runtimeContract } from '../runtime-contract.ts';
import { honestTotalAndRetry, totalAndRetry } from './exercises.ts';

runtimeContract('python', {
  create: () => createPythonRuntime({ children: 1 }),
  exercise: totalAndRetry,
  file: 'solution.py',
  honest: honestTotalAndRetry,
  wrong: 'def total(numbers): return 0\nasync def retry(work, times): return "done"',
  lesson: { source: 'import time\ntime.sleep(60)\nprint("later", [1, None])', shows: 'later [1, None]\n' },
  hostile: {
    'endless loop': { source: 'def total(numbers):\n    while True: pass', outcomes: ['timeout'] },
    'allocation bomb': {
      source: 'kept = []\ndef total(numbers):\n    while True: kept.append("x" * 100_000 + str(len(kept)))',
      outcomes: ['memory', 'timeout'],
    },
    'syntax error': { source: 'def total(numbers:\n    return 1', outcomes: ['error'] },
    'error that is thrown': { source: 'raise ValueError("at load")', outcomes: ['error'] },
    'forged result': {
      source:
        'import builtins, json\njson.dumps = lambda *_: "42"\nbuiltins.sum = lambda *_: 42\ndef total(numbers): return 0',
      outcomes: ['fail'],
    },
    'promise that never settles': {
      source: 'import asyncio\nasync def total(numbers):\n    await asyncio.get_running_loop().create_future()',
      outcomes: ['timeout'],
    },
    'huge answer': { source: 'def total(numbers): return "9" * 1_000_000', outcomes: ['fail', 'memory'] },
  },
});

import { createJavascriptRuntime } from '#sandbox/javascript/runtime';
import { honestSumAndRetry, sumAndRetry } from './exercises.ts';
import { runtimeContract } from './runtime-contract.ts';

runtimeContract('javascript', {
  create: () => createJavascriptRuntime({ children: 2 }),
  exercise: sumAndRetry,
  file: 'solution.ts',
  honest: honestSumAndRetry,
  wrong: 'export const sum = (): number => 0; export const retry = async (): Promise<string> => "done";',
  lesson: { source: 'setTimeout(() => console.log("later", [1, 2]), 60_000);', shows: 'later [1,2]\n' },
  hostile: {
    'endless loop': { source: 'export const sum = () => { for (;;); };', outcomes: ['timeout'] },
    'allocation bomb': {
      source: 'const kept = []; export const sum = () => { for (;;) kept.push(new Array(1000).fill(kept.length)); };',
      outcomes: ['memory', 'timeout'],
    },
    'syntax error': { source: 'export const sum = (numbers: number[] => 1;', outcomes: ['error'] },
    'error that is thrown': { source: 'throw new Error("at load");', outcomes: ['error'] },
    'forged result': {
      source: 'export const sum = () => 0; JSON.stringify = () => "42"; Array.prototype.push = () => 42;',
      outcomes: ['fail'],
    },
    'promise that never settles': { source: 'export const sum = () => new Promise(() => {});', outcomes: ['timeout'] },
    'huge answer': { source: 'export const sum = () => "9".repeat(1e6);', outcomes: ['fail', 'memory'] },
  },
});

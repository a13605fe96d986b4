// The command-line program: its speed on a stream of articles, its start, its memory.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

/**
 * @param {string} program
 * @param {string} check
 * @param {string[]} articles
 * @param {number} jobs
 */
export async function native(program, check, articles, jobs) {
  const begin = performance.now();
  const first = await answers(program, [check], 1);
  const firstAnswer = performance.now() - begin;
  if (!/"speaker":"Ingrid Solheim"/.test(first.last)) throw new Error(`the command line did not find Ingrid Solheim: ${first.last}`);
  const { milliseconds, memory } = await answers(program, articles, jobs);
  return { milliseconds, firstAnswer, memory };
}

/** Sends articles and waits for as many answers. @param {string} program @param {string[]} articles @param {number} jobs */
export async function answers(program, articles, jobs) {
  const child = spawn(program, ['analyze', '--any-language', '--input-format', 'jsonl', '--format', 'jsonl', '--jobs', String(jobs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const begin = performance.now();
  for (const [id, text] of articles.entries()) child.stdin.write(`${JSON.stringify({ id, text })}\n`);
  let count = 0;
  let last = '';
  let memory = 0;
  let milliseconds = 0;
  for await (const line of lines) {
    last = line;
    count += 1;
    if (count < articles.length) continue;
    milliseconds = performance.now() - begin;
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    memory = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    child.stdin.end();
  }
  return { milliseconds, memory, last };
}

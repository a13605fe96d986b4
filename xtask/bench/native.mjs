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
  const { milliseconds, processor, memory } = await answers(program, articles, jobs);
  return { milliseconds, cpu: processor, firstAnswer, memory };
}

/** Milliseconds that a process has had a processor for; Linux counts them in hundredths of a second. @param {number | undefined} id */
async function processorTime(id) {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
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
  let [milliseconds, processor] = [0, 0];
  for await (const line of lines) {
    last = line;
    count += 1;
    if (count < articles.length) continue;
    milliseconds = performance.now() - begin;
    processor = await processorTime(child.pid);
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    memory = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    child.stdin.end();
  }
  return { milliseconds, processor, memory, last };
}

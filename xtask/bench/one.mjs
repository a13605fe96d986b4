// One system, one round, in a process of its own: `node one.mjs SYSTEM < {"check": …, "articles": […]}`.
// Prints what it measured as JSON.

import { performance } from 'node:perf_hooks';
import { text as readAll } from 'node:stream/consumers';
import { systems } from './systems.mjs';

const { check, articles } = JSON.parse(await readAll(process.stdin));
const start = performance.now();
const system = await systems[process.argv[2]]();
const found = system.found(check);
const firstAnswer = performance.now() - start;
const missing = system.must.filter((pattern) => !found.some((thing) => pattern.test(thing)));
if (missing.length > 0) throw new Error(`${process.argv[2]} did not find ${missing.join(', ')} but ${found.join('; ')}`);

// What a just-in-time compiler needs to see is seen now.
articles.slice(0, 20).forEach(system.read);
const [begin, cpu] = [performance.now(), process.cpuUsage()];
articles.forEach(system.read);
const milliseconds = performance.now() - begin;
const { user, system: kernel } = process.cpuUsage(cpu);
const { maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({ milliseconds, cpu: (user + kernel) / 1000, firstAnswer, memory: maxRSS * 1024, module: system.memory?.() }),
);

// An engine whose service was killed must not compile on for nobody. Its main thread is deaf while
// it compiles, so a second thread looks whether the parent is still the one that started it.
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';

const interval = 1000;

export function watchParent(parent) {
  new Worker(fileURLToPath(import.meta.url), { workerData: parent }).unref();
}

if (!isMainThread) {
  setInterval(() => {
    if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
  }, interval);
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Tells two processes apart that had the same id after each other: the moment it started, or '' when it is gone. */
export function processMark(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return '';
  }
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return existsSync('/proc/self/stat') ? '' : 'alive';
  // The name stands in brackets and may hold spaces: the state is the first field behind it, the start the twentieth.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? '' : fields[19];
}

function isPostgres(pid) {
  const name = read(`/proc/${pid}/comm`).trim();
  return name === '' || name === 'postgres';
}

/** What postmaster.pid says: null without one. */
export function findPostmaster(folder) {
  const [pid, , , port, , , memory = ''] = read(join(folder, 'postmaster.pid')).split('\n');
  if (!pid) return null;
  const id = Math.abs(Number(pid));
  return {
    pid: id,
    port: Number(port),
    sharedMemory: memory.trim().split(/\s+/)[1] ?? '',
    isRunning: processMark(id) !== '' && isPostgres(id),
  };
}

/** Processes still attached to the memory of a server that was killed: a new server beside them would destroy data. */
function attached(sharedMemory) {
  const row = read('/proc/sysvipc/shm')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find((fields) => fields[1] === sharedMemory);
  return row ? Number(row[6]) : 0;
}

/**
 * Removes the pid file of a server that is gone. PostgreSQL does so itself, except where the id lives on as a zombie
 * or as another program; we wait until the orphans of the old server have left its memory.
 */
export async function clearStalePostmaster(folder, timeout = 10_000) {
  const postmaster = findPostmaster(folder);
  if (!postmaster || postmaster.isRunning) return;
  const deadline = Date.now() + timeout;
  while (attached(postmaster.sharedMemory) > 0 && Date.now() < deadline) await pause(50);
  if (attached(postmaster.sharedMemory) === 0) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

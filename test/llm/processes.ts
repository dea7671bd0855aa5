import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

export interface Process {
  readonly pid: number;
  readonly argv: readonly string[];
  /** As /proc has it: pairs between NULs. */
  readonly environment: string;
  /** It is in another PID namespace than this process. */
  readonly isOther: boolean;
}

const reading = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const namespaceOf = (pid: number | 'self'): string => {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return '';
  }
};

/** Every process that stems from this one and still runs, as /proc of this namespace shows it. */
export function descendants(root: number): Process[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const [, state = '', parent = ''] = /^\d+ \(.*\) (\S) (\d+)/s.exec(/^\d+$/.test(name) ? reading(`/proc/${name}/stat`) : '') ?? [];
    if (parent !== '' && state !== 'Z') parents.set(Number(name), Number(parent));
  }
  const stems = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || stems(parent));
  };
  return [...parents.keys()].filter(stems).map((pid) => ({
    pid, argv: reading(`/proc/${pid}/cmdline`).split('\0').filter((word) => word !== ''), environment: reading(`/proc/${pid}/environ`), isOther: namespaceOf(pid) !== namespaceOf('self'),
  }));
}

/** TCP ports that a process listens on; elsewhere than on Linux none. */
export function listening(pid: number): number[] {
  const inodes = new Set(descriptors(pid).flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []));
  // https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt: 0A is LISTEN
  return reading(`/proc/${pid}/net/tcp`).split('\n').slice(1).map((line) => line.trim().split(/\s+/)).filter((fields) => fields[3] === '0A' && inodes.has(fields[9] ?? '')).map((fields) => Number.parseInt(fields[1]?.split(':')[1] ?? '', 16));
}

function descriptors(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${name}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

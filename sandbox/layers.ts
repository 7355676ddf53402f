import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findCgroups, type CgroupLimits, type Cgroups } from './cgroup.ts';

/** Which walls stand around a child on this machine, for the log and for the decision whether to serve strangers. */
export type Layers = {
  /** Runs as `nobody`, who can neither read our files nor signal our processes. */
  otherUser: boolean;
  /** Own network, process ids and System V objects: no route anywhere, nothing to signal. */
  namespaces: boolean;
  /** Its /proc shows nobody else's processes. */
  ownProc: boolean;
  /** Of all files it sees the system's libraries and its own folder, read-only (bubblewrap). */
  fileView: boolean;
  /** Files of cgroups v2 that hold a limit for it, such as `memory.max`. */
  cgroup: string[];
  /** ulimit options that took effect, such as `-v 8000000`. */
  limits: string[];
  /** Ends with its parent by the kernel's doing, even when its thread is busy. */
  endsWithParent: boolean;
};

/** What one kind of child needs of the walls. */
export type Walls = {
  /** Folders and files that it reads, beside the system's libraries. */
  readable?: string[];
  /** False for WebAssembly, which reserves more address space than a limit would leave it. */
  addressSpace?: boolean;
};

export type Confinement = {
  layers: Layers;
  /** The command that runs `command` inside the walls. */
  wrap: (command: string[], walls?: Walls) => string[];
  /** Null where this process may make no groups. */
  cgroups: Cgroups | null;
  /** Only where the wrapper itself does not change the user. */
  uid: number | undefined;
};

/** Leaves out layers that this machine has, to try what holds without them. */
export type ConfinementOptions = { namespaces?: boolean; bubblewrap?: boolean; cgroups?: boolean };

/** `nobody` on every system we know of; what matters is that it is neither root nor us. */
const nobody = 65534;

/**
 * `-v` in KB: Node 24 aborts at 2,000,000, and each isolate reserves 0.3 GB of it; a child has up to six. `-f 0` is why all stdio must be pipes. `-n` leaves room for Node's own.
 */
const addressSpaceLimit = '-v 8000000';
const wantedLimits = [addressSpaceLimit, '-c 0', '-n 64', '-f 0'];

/** A kernel layer stands between strangers' code and this machine; without one, isolated-vm and --permission stand alone. */
export const kernelLayerActive = ({ otherUser, namespaces }: Pick<Layers, 'otherUser' | 'namespaces'>): boolean =>
  otherUser || namespaces;

/** Why a sandbox that others can reach must not start here; null when it may. */
export function refusalOf(layers: Pick<Layers, 'otherUser' | 'namespaces'>, allowWeak: boolean): string | null {
  if (allowWeak || kernelLayerActive(layers)) return null;
  return 'No kernel layer stands between learners and this machine. Start as root (children then run as nobody), or allow unprivileged user namespaces, or set ALLOW_WEAK_SANDBOX=1.';
}

/** One line for each wall, for people: the log and GET /health. The last two are ours and always there. */
export function layerNames(layers: Layers): string[] {
  return [
    ...(layers.otherUser ? ['user: nobody, no capabilities'] : []),
    ...(layers.namespaces ? ['namespaces: network, process ids, System V objects'] : []),
    ...(layers.ownProc ? ['/proc of its own'] : []),
    ...(layers.fileView ? ['bubblewrap: sees its own folder and the system libraries alone'] : []),
    ...(layers.cgroup.length > 0 ? [`cgroup: ${layers.cgroup.join(', ')}`] : []),
    ...layers.limits.map((limit) => `ulimit ${limit}`),
    ...(layers.endsWithParent ? ['ends with its parent'] : []),
    'Node --permission',
    'resident memory watched',
  ];
}

const known = new Map<string, Confinement>();

/** Tries each layer with a harmless command and keeps those that work here. What was found holds for the whole process. */
export function probeConfinement(options: ConfinementOptions = {}): Confinement {
  const key = JSON.stringify([options.namespaces ?? true, options.bubblewrap ?? true, options.cgroups ?? true]);
  const found = known.get(key) ?? probe(options);
  known.set(key, found);
  return found;
}

function probe({
  namespaces = true,
  bubblewrap = true,
  cgroups: wantsCgroups = true,
}: ConfinementOptions): Confinement {
  const none = { otherUser: false, namespaces: false, ownProc: false, fileView: false, endsWithParent: false };
  if (process.platform === 'win32') {
    return {
      layers: { ...none, cgroup: [], limits: [] },
      wrap: (command) => command,
      cgroups: null,
      uid: undefined,
    };
  }
  const isRoot = process.getuid?.() === 0;
  // One call for each: dash refuses several in one call and then sets none.
  const limits = wantedLimits.filter((limit) => works(['/bin/sh', '-c', `ulimit ${limit} && exec true`]));
  const setpriv = ['setpriv', '--no-new-privs', '--pdeathsig', 'KILL', ...dropOf(isRoot)];
  const endsWithParent = works([...setpriv, 'true']);
  const inner = endsWithParent ? setpriv : [];
  const withEnd = endsWithParent ? ['setpriv', '--pdeathsig', 'KILL'] : [];

  const view = namespaces && bubblewrap ? findView(inner) : undefined;
  const unshare = namespaces && view === undefined ? findNamespaces(inner) : undefined;
  const outer = (readable: string[]): string[] => {
    if (view !== undefined) return [...withEnd, ...view, ...bindings(readable), '--'];
    return unshare === undefined ? [] : [...withEnd, ...unshare];
  };
  const shell = (wanted: string[]): string[] => [
    '/bin/sh',
    '-c',
    `${wanted.map((limit) => `ulimit ${limit} && `).join('')}exec env -i TZ=UTC "$0" "$@"`,
  ];
  const cgroups = wantsCgroups ? findOurCgroups() : null;
  return {
    layers: {
      otherUser: isRoot,
      namespaces: view !== undefined || unshare !== undefined,
      ownProc: view !== undefined || unshare?.includes('--mount-proc') === true,
      fileView: view !== undefined,
      cgroup: cgroups?.files ?? [],
      limits,
      endsWithParent,
    },
    // The environment ends here: what is left decides how dates look, and has to be the same on every machine.
    // The limits come last, so that they hold for the child alone and not for the wrappers' start.
    wrap: (command, { readable = [], addressSpace = true } = {}) => [
      ...outer(readable),
      ...inner,
      ...shell(limits.filter((limit) => addressSpace || limit !== addressSpaceLimit)),
      ...command,
    ],
    cgroups,
    // Without setpriv the user is changed by Node, before any wrapper.
    uid: isRoot && !endsWithParent ? nobody : undefined,
  };
}

/**
 * The walls of a server of ours that learners reach, PostgreSQL: no network, no way to more rights. Process ids and files
 * stay the machine's, because we watch and end its processes and speak with it through a socket file.
 */
export type ServerWalls = {
  wrap: (command: string[]) => string[];
  /** The wrapper changes the user; otherwise who starts it has to. */
  changesUser: boolean;
  names: string[];
  /** For when the server has ended. */
  release: () => void;
};

let serverWalls: { network: string[] | undefined; setpriv: string[] | undefined } | undefined;

/** Tried once. Each call makes a group of its own, where groups can be made: a server is started anew after its end. */
export function wallsForServer(limits: CgroupLimits): ServerWalls {
  const { network, setpriv } = (serverWalls ??= probeServerWalls());
  const isRoot = process.getuid?.() === 0;
  const cgroups = findOurCgroups();
  const cgroup = cgroups?.open(limits);
  return {
    wrap: (command) => [...(cgroup?.join ?? []), ...(network ?? []), ...(setpriv ?? []), ...command],
    changesUser: isRoot && setpriv !== undefined,
    release: () => cgroup?.remove(),
    names: [
      ...(isRoot ? ['user: nobody'] : []),
      ...(setpriv === undefined ? [] : ['no new privileges']),
      ...(network === undefined ? [] : ['namespaces: network, System V objects']),
      ...(cgroups === null ? [] : [`cgroup: ${cgroups.files.join(', ')}`]),
    ],
  };
}

function probeServerWalls(): NonNullable<typeof serverWalls> {
  if (process.platform === 'win32') return { network: undefined, setpriv: undefined };
  const isRoot = process.getuid?.() === 0;
  const wanted = ['setpriv', '--no-new-privs', ...dropOf(isRoot)];
  const setpriv = works([...wanted, 'true']) ? wanted : undefined;
  // Without setpriv Node changes the user first, and a network of its own would then need another way.
  if (isRoot && setpriv === undefined) return { network: undefined, setpriv };
  const network = [
    ['unshare', '--net', '--ipc'],
    ['unshare', '--user', '--map-current-user', '--net', '--ipc'],
  ].find((command) => works([...command, ...(setpriv ?? []), 'true']));
  return { network, setpriv };
}

function dropOf(isRoot: boolean): string[] {
  return isRoot ? ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups', '--bounding-set=-all'] : [];
}

/** A /proc of its own needs one that nothing covers, which containers often do; the rest works without. */
function findNamespaces(inner: string[]): string[] | undefined {
  const separate = ['--net', '--ipc', '--pid', '--fork', '--kill-child'];
  const users = ['--user', '--map-current-user'];
  return [
    ['unshare', ...separate, '--mount-proc'],
    ['unshare', ...separate],
    ['unshare', ...users, ...separate, '--mount-proc'],
    ['unshare', ...users, ...separate],
  ].find((command) => works([...command, ...inner, 'true']));
}

function findView(inner: string[]): string[] | undefined {
  const view = [
    'bwrap',
    ...['--unshare-net', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--die-with-parent'],
    ...['--proc', '/proc', '--dev', '/dev', '--chdir', '/'],
    ...systemFolders.flatMap(bindSystem),
  ];
  return works([...view, '--', ...inner, 'true']) ? view : undefined;
}

/** Where programs and libraries lie, on the usual systems and on NixOS; on many of them some are links into /usr. */
const systemFolders = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/nix/store', '/etc/ld.so.cache'];

function bindSystem(place: string): string[] {
  const stat = fs.lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isSymbolicLink()) return ['--symlink', fs.readlinkSync(place), place];
  return [...folderAround(place), '--ro-bind', place, place];
}

const bindings = (readable: string[]): string[] =>
  readable.flatMap((place) => [...folderAround(place), '--ro-bind', fs.realpathSync(place), place]);

/** Folders on the way are named one by one, or bubblewrap makes them for root alone. */
function folderAround(place: string): string[] {
  const folder = path.dirname(place);
  return folder === path.dirname(folder) ? [] : [...folderAround(folder), '--dir', folder];
}

let ourCgroups: Cgroups | null | undefined;

/** Asked once: where groups can be made, finding out moves this process to one of its own. */
function findOurCgroups(): Cgroups | null {
  if (ourCgroups === undefined) ourCgroups = process.platform === 'linux' ? findCgroups() : null;
  return ourCgroups;
}

function works(command: string[]): boolean {
  const [program = '', ...rest] = command;
  const { status } = spawnSync(program, rest, { stdio: 'ignore', timeout: 5000, cwd: '/' });
  return status === 0;
}

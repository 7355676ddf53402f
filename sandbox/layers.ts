import { spawnSync } from 'node:child_process';

/** Which walls stand around a child on this machine, for the log and for the decision whether to serve strangers. */
export type Layers = {
  /** Runs as `nobody`, who can neither read our files nor signal our processes. */
  otherUser: boolean;
  /** Own network, process ids and System V objects: no route anywhere, nothing to signal. */
  namespaces: boolean;
  /** ulimit options that took effect, such as `-v 3000000`. */
  limits: string[];
  /** Ends with its parent by the kernel's doing, even when its thread is busy. */
  endsWithParent: boolean;
};

export type Confinement = {
  layers: Layers;
  /** The command that runs `command` inside the walls. */
  wrap: (command: string[]) => string[];
  /** Only where the wrapper itself does not change the user. */
  uid: number | undefined;
};

/** `nobody` on every system we know of; what matters is that it is neither root nor us. */
const nobody = 65534;

/**
 * `-v` in KB: Node 24 aborts at 2,000,000. `-f 0` is why all stdio must be pipes. `-n` leaves room for Node's own.
 */
const wantedLimits = ['-v 3000000', '-c 0', '-n 64', '-f 0'];

/** A kernel layer stands between strangers' code and this machine; without one, isolated-vm and --permission stand alone. */
export const kernelLayerActive = ({ otherUser, namespaces }: Layers): boolean => otherUser || namespaces;

/** Tries each layer with a harmless command and keeps those that work here. `namespaces: false` leaves them out. */
export function probeConfinement({ namespaces = true }: { namespaces?: boolean } = {}): Confinement {
  if (process.platform === 'win32') {
    const layers = { otherUser: false, namespaces: false, limits: [], endsWithParent: false };
    return { layers, wrap: (command) => command, uid: undefined };
  }
  const isRoot = process.getuid?.() === 0;
  // One call for each: dash refuses several in one call and then sets none.
  const limits = wantedLimits.filter((limit) => works(['/bin/sh', '-c', `ulimit ${limit} && exec true`]));
  const drop = isRoot ? ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups', '--bounding-set=-all'] : [];
  const setpriv = ['setpriv', '--no-new-privs', '--pdeathsig', 'KILL'];
  const endsWithParent = works([...setpriv, ...drop, 'true']);
  const candidates = [
    ['unshare', '--net', '--ipc', '--pid', '--fork', '--kill-child'],
    ['unshare', '--user', '--map-current-user', '--net', '--ipc', '--pid', '--fork', '--kill-child'],
  ];
  const unshare = !namespaces
    ? undefined
    : candidates.find((command) => works([...command, ...(endsWithParent ? [...setpriv, ...drop] : []), 'true']));

  const outer =
    unshare === undefined ? [] : [...(endsWithParent ? ['setpriv', '--pdeathsig', 'KILL'] : []), ...unshare];
  const inner = endsWithParent ? [...setpriv, ...drop] : [];
  const shell = [
    '/bin/sh',
    '-c',
    `${limits.map((limit) => `ulimit ${limit} && `).join('')}exec env -i TZ=UTC "$0" "$@"`,
  ];
  return {
    layers: { otherUser: isRoot, namespaces: unshare !== undefined, limits, endsWithParent },
    // The environment ends here: what is left decides how dates look, and has to be the same on every machine.
    // The limits come last, so that they hold for the child alone and not for the wrappers' start.
    wrap: (command) => [...outer, ...inner, ...shell, ...command],
    // Without setpriv the user is changed by Node, before any wrapper.
    uid: isRoot && !endsWithParent ? nobody : undefined,
  };
}

function works(command: string[]): boolean {
  const [program = '', ...rest] = command;
  const { status } = spawnSync(program, rest, { stdio: 'ignore', timeout: 5000, cwd: '/' });
  return status === 0;
}

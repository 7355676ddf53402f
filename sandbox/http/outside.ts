import type { Exercise } from '#content/exercise';
import { idleOp } from '../javascript/mail.ts';
import { subjects, type HostCall, type Subject } from '../javascript/protocol.ts';
import type { Session } from '../javascript/session.ts';
import { exerciseFault } from '../faults.ts';
import { createFiles, type Files, type FilesSeen } from '../lab/files.ts';
import { createMailbox, type Mailbox } from '../lab/mailbox.ts';
import type { Recipe } from '../sql/databases.ts';
import type { OpenDatabase } from '../sql/open-database.ts';
import { isRestorable, withPristineCopy } from './pristine.ts';
import { openServiceDatabase, type SentByService, type ServiceDatabase, type Trace } from './service-database.ts';
import { createUpstream, type Upstream } from './upstream.ts';

export type OpenDatabaseOf = (recipe: Recipe, signal: AbortSignal) => Promise<OpenDatabase>;

/** What lies outside of a service: the network that a test makes up, and its database. Each test has its own. */
export type Outside = {
  /** Before the first request of a test to this subject: its database is there and as the data set left it. */
  prepare: (subject: Subject) => Promise<void>;
  upstream: (subject: Subject) => Upstream;
  files: (subject: Subject) => FilesSeen;
  mailbox: (subject: Subject) => Mailbox;
  /** Throws an exercise fault where the exercise has no database. */
  database: (subject: Subject) => Promise<ServiceDatabase>;
  takeStatements: (subject: Subject) => SentByService[];
  /** The next test sees nothing of this one. Where none follows, no database is made ready for it. */
  endTest: () => void;
  expectTests: (count: number) => void;
  close: () => Promise<void>;
};

/** The data that is shown is what every test begins with. */
export function recipeOf(database: Exercise['database']): Recipe | undefined {
  const data = database?.dataSets.find(({ hidden }) => !hidden)?.sql ?? '';
  return database && { schema: database.schema, data };
}

export type OutsideOptions = {
  session: Session;
  recipe: Recipe | undefined;
  openDatabase: OpenDatabaseOf;
  limitMs: number;
  signal: AbortSignal;
  lab?: LabSide;
};

/** Of a lab: what lies in the world of each subject before anything is sent, and who answers an exploit's requests. */
export type LabSide = {
  plant: (subject: Subject) => Promise<void>;
  request: (payload: string) => Promise<string>;
};

/** The guest stops at its own bounds, a little below these; a child that goes on was taken over. */
const callsMax = 1100;
const openMax = 120;

type World = {
  upstream: ReturnType<typeof createUpstream>;
  files: Files;
  mailbox: Mailbox;
  planted: Promise<void> | undefined;
  database: Promise<ServiceDatabase> | undefined;
  opened: ServiceDatabase | undefined;
  calls: number;
  open: number;
};

export function createOutside({ session, recipe, openDatabase, limitMs, signal, lab }: OutsideOptions): Outside {
  const worlds: Partial<Record<Subject, World>> = {};
  const databases = new Set<Promise<ServiceDatabase>>();
  /** Made while another one is in use, because the next test will need it. */
  const ready: Promise<ServiceDatabase>[] = [];
  const canRestore = recipe !== undefined && isRestorable(recipe);
  let isClosed = false;
  let testsLeft = 1;

  const open = (): Promise<ServiceDatabase> => {
    if (recipe === undefined) {
      throw exerciseFault('db needs a database: name one with db: in exercise.md, or add setup.sql.');
    }
    // Nobody would give it back.
    if (isClosed) throw new Error('The submission is over.');
    const opening = openDatabase(canRestore ? withPristineCopy(recipe) : recipe, signal).then((database) =>
      openServiceDatabase(database, { limitMs, readsMayWrite: !canRestore }),
    );
    opening.catch(() => undefined);
    databases.add(opening);
    return opening;
  };
  const giveUp = (database: Promise<ServiceDatabase>): void => {
    databases.delete(database);
    void database.then((opened) => opened.release()).catch(() => undefined);
  };
  const worldOf = (subject: Subject): World =>
    (worlds[subject] ??= {
      ...{ upstream: createUpstream(), files: createFiles(), mailbox: createMailbox() },
      ...{ planted: undefined, database: undefined, opened: undefined, calls: 0, open: 0 },
    });
  const databaseOf = async (subject: Subject, world: World): Promise<ServiceDatabase> => {
    world.database ??= ready.shift() ?? open();
    const database = await world.database;
    if (world.opened !== database) {
      // While something is open, time stands still for the guest; a lock that it holds itself is the exception.
      database.onStuck((calls) => {
        if (!isClosed && worlds[subject] === world) session.tellBlocked(subject, calls);
      });
      world.opened = database;
    }
    return database;
  };
  /** Where rows cannot be put back, the next test's database is made while this one runs. */
  const foresee = ({ opened }: World): void => {
    if (isClosed) return;
    if (opened === undefined) return;
    const trace = isOfOneUse(opened) ? 'anything' : opened.written();
    const isSpent = trace === 'anything' || (!canRestore && trace === 'rows');
    if (isSpent && testsLeft > 1 && ready.length === 0) ready.push(open());
  };
  /** What the service of a lab wrote may stand among the copies of the rows too, and tell the next test something. */
  const isOfOneUse = (opened: ServiceDatabase): boolean => lab !== undefined && !(canRestore && opened.isOnlyRead());
  const traceIn = (opened: ServiceDatabase): Trace => (isOfOneUse(opened) ? 'anything' : opened.trace());
  /** For the next test: the same one as it was, or none. */
  const recycle = (database: Promise<ServiceDatabase>, { opened, open: openCount }: World): void => {
    const trace = opened === undefined || openCount > 0 ? 'anything' : traceIn(opened);
    if (trace === 'nothing' && testsLeft > 0) return void ready.unshift(database);
    if (trace === 'anything' || !canRestore || testsLeft <= 0) return giveUp(database);
    const restored = database.then(async (one) => {
      await one.restore().catch(async () => {
        giveUp(database);
        one = await open();
      });
      return one;
    });
    restored.catch(() => undefined);
    ready.unshift(restored);
  };

  const answer = async (world: World, { subject, call, op, payload, owner, atMs, more }: HostCall): Promise<string> => {
    if (op === 'fetch') return world.upstream.answer(payload, atMs);
    if (lab !== undefined && subject === 'exploit' && op === 'request') return lab.request(payload);
    const isService = subject !== 'exploit';
    if (lab !== undefined && isService && op === 'files') return world.files.answer(payload);
    if (lab !== undefined && isService && op === 'mail') return world.mailbox.answer(payload);
    const answered =
      recipe === undefined || !isService
        ? null
        : (await databaseOf(subject, world)).answer(op, payload, { call, request: owner, more });
    if (answered === null) throw new Error(`A guest asked for ${op.slice(0, 40)}.`);
    foresee(world);
    return answered;
  };
  session.onHostCall((call) => {
    const world = worldOf(call.subject);
    if (call.op === idleOp) {
      // An answer that is on its way gives the guest something to do.
      if (Number(call.payload) === world.open) world.opened?.endStandstill();
      return;
    }
    if (++world.calls > callsMax || ++world.open > openMax) return session.distrust();
    answer(world, call).then(
      (text) => {
        world.open--;
        // A test that is over has no guest that waits.
        if (worlds[call.subject] !== world) return;
        session.answerHostCall(call, text);
        world.opened?.tellStuck();
      },
      () => session.distrust(),
    );
  });

  return {
    prepare: async (subject) => {
      const world = worldOf(subject);
      if (recipe !== undefined) await databaseOf(subject, world);
      if (lab === undefined) return;
      await (world.planted ??= lab.plant(subject));
      foresee(world);
    },
    upstream: (subject) => worldOf(subject).upstream.upstream,
    files: (subject) => worldOf(subject).files.seen,
    mailbox: (subject) => worldOf(subject).mailbox,
    database: (subject) => databaseOf(subject, worldOf(subject)),
    takeStatements: (subject) => worldOf(subject).opened?.take() ?? [],
    expectTests: (count) => void (testsLeft = count),
    endTest: () => {
      testsLeft--;
      for (const subject of subjects) {
        const world = worlds[subject];
        worlds[subject] = undefined;
        if (world?.database === undefined) continue;
        recycle(world.database, world);
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.allSettled([...databases].map(async (database) => (await database).release()));
    },
  };
}

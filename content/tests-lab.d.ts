// What tests and the proof of a lab have beside the fixtures of a service; docs/writing-exercises.md explains it.

type Loose = ReturnType<typeof JSON.parse>;

type Files = {
  write: (path: string, text: string) => void;
  /** Null where there is no such file. */
  read: (path: string) => string | null;
  /** The paths of all files at or below a folder, sorted. */
  list: (folder?: string) => string[];
  /** What the service did, and where it led. */
  calls: () => { op: 'read' | 'list' | 'exists' | 'remove' | 'write'; path: string }[];
};

type Mail = {
  /** `recipients` as a mail server would read them: a line break in `to` or `subject` begins another header. */
  sent: () => { to: string; subject: string; text: string; recipients: string[] }[];
};

export type LabFixtures = {
  files: Files;
  mail: Mail;
  /** The secret of this test, and what `plant` returned. */
  planted: Record<string, Loose>;
};

type Query = (text: string, values?: unknown[]) => Promise<{ rows: Loose[]; rowCount: number }>;
type Upstream = { reply: (method: string, url: string, reply?: object) => void; calls: () => Loose[] };
type World = { secret: string; db: { query: Query }; files: Files; upstream: Upstream };

export type Proof = {
  /** Completes "Your exploit ran, and did not get …". */
  wants: string;
  /** Hides the secret in the world of each exploit and each test. What it returns is given to the exploit. */
  plant: (
    world: World & {
      random: {
        int: (min: number, max: number) => number;
        pick: <Item>(list: readonly Item[]) => Item;
        shuffle: <Item>(list: readonly Item[]) => Item[];
        bool: () => boolean;
        string: (length: number, alphabet?: string) => string;
      };
    },
  ) => Record<string, unknown> | undefined | Promise<Record<string, unknown> | undefined>;
  /** `answer` is what the exploit returned, which can be anything; the rest is the world as it left it. */
  succeeded: (after: World & { answer: Loose; given: Record<string, Loose>; mail: Mail }) => boolean | Promise<boolean>;
};

declare global {
  /** In proof.ts of a lab, once. */
  const proof: (given: Proof) => void;
}

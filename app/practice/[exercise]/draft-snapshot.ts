import type { ServerDraft } from './draft-api.ts';

export type DraftState =
  | 'loading'
  | 'saved'
  | 'edited'
  | 'saving'
  | 'browser-only'
  | 'too-long'
  | 'conflict'
  /** The server knows this browser as somebody else by now, or as nobody. */
  | 'signed-out'
  /** The server has been updated, and its answers mean nothing to this page. */
  | 'outdated'
  /** The time of the mock interview that it belongs to is over. */
  | 'too-late';

/** The version beside the learner's own, from the server or from another tab of this browser. */
export type OtherDraft = ServerDraft & { place?: 'browser' };

export type DraftSnapshot = {
  source: string;
  /** What the file begins with, and goes back to. */
  starter: string;
  state: DraftState;
  /** The other version, while somebody has to choose. */
  other: OtherDraft | null;
  /** What a reset or a choice replaced, as long as it can be had back. */
  replaced: string | null;
  /** Whether the browser refuses to keep the text, so that it is nowhere but on the page until it is saved. */
  unkept: boolean;
  /** Whose text it is. */
  owner: string;
};

export type DraftOwner = { id: string; formerly: string[] };

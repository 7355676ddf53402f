/** Bounds of everything a learner's SQL can spend. An exercise's own `limits` may replace the two clocks. */
export const sqlLimits = {
  /** One data set in grade(), one whole script in run(). */
  queryMs: 2_000,
  /** All data sets of one submission together. */
  gradeMs: 10_000,
  /** The reference is ours and was proved fast; a machine under load may still need a multiple of its usual time. */
  referenceMs: 8_000,
  /** A schema with its data set, once per template. */
  buildMs: 30_000,
  rowsMax: 5_000,
  /** Counted on the socket before anything is parsed, so that one row of a gigabyte is cut off as well. */
  bytesMax: 8 * 1024 * 1024,
  consoleLinesMax: 500,
  consoleCharsMax: 32 * 1024,
  /** Once the console is full, reading rests this long after each so many bytes: 3 MB a second. */
  floodBytes: 64 * 1024,
  floodPauseMs: 20,
  /** Rows of a grid that are sent to the page; the comparison itself sees all of them. */
  gridRowsMax: 50,
  runGridRowsMax: 200,
  /** Characters of one cell in a grid. A whole document belongs in no table cell. */
  cellCharsMax: 1_000,
  /** Lines of a hidden data set that are shown when it has failed. */
  dataLinesMax: 40,
  /** How long a backend that was told to end may go on before its socket is dropped and the learner gets the answer. */
  endGraceMs: 500,
  /** Sessions of one database at a time, ours and theirs together. */
  connectionsMax: 8,
  /** A database that nobody gave up goes away by itself. */
  leaseMs: 120_000,
  /** After this the backend is killed, which restarts the server: single C functions over 400 MB end well before. */
  killAfterMs: 20_000,
} as const;

/** Bounds of the server's processes, set before it starts. */
export const serverLimits = {
  /** Address space of each backend: 113 MB are code and shared memory, the rest is what a query may allocate. */
  addressSpaceKb: 450 * 1024,
  /** Largest file, so largest table: 256 MB in blocks of 512 bytes, as POSIX counts them. */
  fileBlocks: 512 * 1024,
  tempFileKb: 64 * 1024,
  /** All its processes together, where the kernel keeps count (cgroups v2): sixty sessions do not all use their most. */
  memoryMb: 2_048,
  processes: 128,
  startMs: 20_000,
  stopMs: 3_000,
} as const;

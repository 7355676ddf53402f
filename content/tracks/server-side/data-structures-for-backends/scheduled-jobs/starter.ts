type Schedule = {
  add: (id: string, runAtMs: number) => void;
  cancel: (id: string) => boolean;
  nextAt: () => number | null;
  takeDue: (nowMs: number) => string[];
};

export function createSchedule(): Schedule {
  return {
    add: () => {},
    cancel: () => false,
    nextAt: () => null,
    takeDue: () => [],
  };
}

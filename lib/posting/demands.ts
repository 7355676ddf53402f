/** What a posting says of rank and years, each with the words it stands in, so that the reader can judge. */

export type Level = 'junior' | 'mid' | 'senior';
export type Demand = { quote: string; level: Level };
export type Years = { min: number; max: number | null; quote: string };
export type Demands = {
  seniority: Demand[];
  years: Years[];
  /** The rank the posting seems to be for; null where it says nothing about one. */
  level: Level | null;
};

const ranks: readonly [Level, readonly string[]][] = [
  ['junior', ['junior', 'entry level', 'entry-level', 'graduate', 'trainee', 'intern', 'internship', 'apprentice']],
  ['mid', ['mid level', 'mid-level', 'midlevel', 'intermediate', 'medior']],
  ['senior', ['senior', 'sr', 'sr.', 'lead', 'staff', 'principal', 'expert-level']],
];

/** A rank counts before what somebody is hired as: "senior engineer", not "senior management". */
const roles =
  /^[\s,/-]*(?:(?:level|back[\s-]?end|front[\s-]?end|full[\s-]?stack|software|web|server[\s-]side|application|platform|systems?|data|api|python|java|node\.?js|ruby|php|go|golang|typescript|javascript|\.net|c#|c\+\+)[\s,/-]+)*(?:developers?|engineers?|programmers?|architects?|role|position|software|back[\s-]?end|developer)/i;
/** Whom one works with is not whom one is. */
const company =
  /\b(?:with|from|to|by|our|alongside|mentor(?:ing)?|support(?:ing)?|guide|guiding|under|assist(?:ing)?)\s+(?:[\w-]+\s+){0,2}$/i;

export function demandsOf(text: string): Demands {
  const seniority = ranks.flatMap(([level, words]) => words.flatMap((word) => rankQuotes(text, word, level)));
  const years = yearsOf(text);
  const asked = Math.max(0, ...years.map(({ min }) => min));
  const fromYears: Level | null = years.length === 0 ? null : asked >= 5 ? 'senior' : asked >= 3 ? 'mid' : 'junior';
  return { seniority, years, level: highest(seniority) ?? fromYears };
}

const order: Level[] = ['junior', 'mid', 'senior'];

function highest(demands: readonly Demand[]): Level | null {
  return demands.map(({ level }) => level).sort((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? null;
}

function rankQuotes(text: string, word: string, level: Level): Demand[] {
  const found: Demand[] = [];
  const lower = text.toLowerCase();
  for (let start = lower.indexOf(word); start !== -1; start = lower.indexOf(word, start + 1)) {
    const end = start + word.length;
    if (/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[end] ?? '')) continue;
    const role = roles.exec(text.slice(end, end + 60));
    if (!role || company.test(text.slice(Math.max(0, start - 40), start))) continue;
    const quote = text.slice(start, end + role[0].length).replaceAll(/\s+/g, ' ');
    if (!found.some((each) => each.quote.toLowerCase() === quote.toLowerCase())) found.push({ quote, level });
  }
  return found;
}

const spelled = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twelve', 'fifteen'];
const spelledValues = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15];
const number = `(\\d{1,2}|${spelled.join('|')})`;
const yearsPattern = new RegExp(
  `\\b${number}(?:\\s*\\(\\d{1,2}\\))?\\s*(\\+|plus|or more)?\\s*(?:(?:-|–|to)\\s*${number}\\s*\\+?)?[\\s-]*(?:or more\\s+)?(?:years?|yrs?)\\b\\.?(?:['’]s?)?`,
  'gi',
);

/** Numbers of years in a sentence that speaks of experience or work; "founded 10 years ago" is none of them. */
function yearsOf(text: string): Years[] {
  return [...text.matchAll(yearsPattern)].flatMap((match): Years[] => {
    const [whole, least = '', , most] = match;
    const after = text.slice(match.index + whole.length).split(/[.;\n]/)[0] ?? '';
    const before =
      text
        .slice(0, match.index)
        .split(/[.;\n]/)
        .at(-1) ?? '';
    if (/^[\s-]*(?:old|ago|history)\b/i.test(after)) return [];
    if (
      !/\b(?:experience|exp|work(?:ing|ed)?|building|developing|development|programming|writing)\b/i.test(
        before + after,
      )
    ) {
      return [];
    }
    const tail = after.split(/\s+/).slice(0, 6).join(' ');
    return [{ min: valueOf(least), max: most ? valueOf(most) : null, quote: `${whole}${tail}`.trim() }];
  });
}

function valueOf(text: string): number {
  const index = spelled.indexOf(text.toLowerCase());
  return index === -1 ? Number(text) : spelledValues[index]!;
}

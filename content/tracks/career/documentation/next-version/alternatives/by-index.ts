/** Finds the parts of the first line by position; keeps the wishes as words. */
export function nextVersion(current: string, messages: string[]): string | null {
  const wishes = new Set(messages.map(wish));
  const numbers = current.split('.').map((part) => parseInt(part, 10));
  const raise = (place: number) =>
    numbers.map((n, index) => (index < place ? n : index === place ? n + 1 : 0)).join('.');
  if (wishes.has('breaking')) return raise(numbers[0] === 0 ? 1 : 0);
  if (wishes.has('feat')) return raise(1);
  return wishes.has('fix') ? raise(2) : null;
}

function wish(message: string): string {
  const lines = message.split('\n');
  const colon = lines[0]!.indexOf(': ');
  if (colon < 1 || lines[0]!.slice(colon + 2).trim() === '') return '';
  let head = lines[0]!.slice(0, colon);
  const marked = head.endsWith('!');
  if (marked) head = head.slice(0, -1);
  if (head.endsWith(')')) {
    const open = head.indexOf('(');
    if (open < 1 || open === head.length - 2) return '';
    const scope = head.slice(open + 1, -1);
    if (/[():!]/.test(scope)) return '';
    head = head.slice(0, open);
  }
  if (head === '' || /[():!]/.test(head)) return '';
  const footers = ['BREAKING CHANGE: ', 'BREAKING-CHANGE: '];
  const breaks = lines
    .slice(1)
    .some((line) => footers.some((token) => line.startsWith(token) && line.slice(token.length).trim() !== ''));
  return marked || breaks ? 'breaking' : head.toLowerCase();
}

type Role = 'viewer' | 'editor' | 'owner';
type Member = { role: Role; person: number };
type Case = { role: Role | null; person: number; maker?: number | null; member?: number };
type Rule = (one: Case) => boolean;

const always: Rule = () => true;
const never: Rule = () => false;
const theirTask: Rule = ({ maker, person }) => maker !== null && maker === person;
const themselves: Rule = ({ member, person }) => member === person;

const rules: Record<string, Record<Role, Rule>> = {
  read: { viewer: always, editor: always, owner: always },
  'make-task': { viewer: never, editor: always, owner: always },
  'change-task': { viewer: never, editor: always, owner: always },
  'remove-task': { viewer: never, editor: theirTask, owner: always },
  'set-role': { viewer: never, editor: never, owner: always },
  'remove-member': { viewer: themselves, editor: themselves, owner: always },
};

export const may = (action: string, one: Case) =>
  one.role === null ? 'not-found' : rules[action]![one.role](one) ? 'yes' : 'forbidden';

class LastOwner extends Error {
  override name = 'LastOwner';
}
class NotFound extends Error {
  override name = 'NotFound';
}

export function changed(members: readonly Member[], { person, role }: { person: number; role: Role | null }): Member[] {
  const byPerson = new Map(members.map((member) => [member.person, member.role]));
  if (role !== null) byPerson.set(person, role);
  else if (!byPerson.delete(person)) throw new NotFound(`${person} is no member`);
  if (![...byPerson.values()].includes('owner')) throw new LastOwner();
  return [...byPerson].map(([person, role]) => ({ role, person })).sort((a, b) => a.person - b.person);
}

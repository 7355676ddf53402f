// title: tells a stranger that the board exists
// hint: What does somebody get who is no member?
// visible
export type Role = 'viewer' | 'editor' | 'owner';
export type Action = 'read' | 'make-task' | 'change-task' | 'remove-task' | 'set-role' | 'remove-member';
export type Case = { role: Role | null; person: number; maker?: number | null; member?: number };
export type Member = { person: number; role: Role };

export function may(action: Action, { role, person, maker, member }: Case): 'yes' | 'forbidden' | 'not-found' {
  if (role === null) return 'forbidden';
  return isAllowed() ? 'yes' : 'forbidden';

  function isAllowed(): boolean {
    if (role === 'owner' || action === 'read') return true;
    if (action === 'remove-member') return member === person;
    if (role === 'viewer' || action === 'set-role') return false;
    return action !== 'remove-task' || maker === person;
  }
}

export function changed(members: Member[], change: { person: number; role: Role | null }): Member[] {
  const { person, role } = change;
  const others = members.filter((member) => member.person !== person);
  if (role === null && others.length === members.length) throw named('NotFound', 'Nobody of that number is here.');
  const after = role === null ? others : [...others, { person, role }];
  if (!after.some((member) => member.role === 'owner')) throw named('LastOwner', 'A board keeps an owner.');
  return after.sort((a, b) => a.person - b.person);
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

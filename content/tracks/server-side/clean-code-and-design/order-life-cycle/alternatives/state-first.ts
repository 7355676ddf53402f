export type Line = { book: number; quantity: number; priceCents: number };

export type Order =
  | { state: 'open'; lines: Line[] }
  | { state: 'placed'; lines: Line[]; totalCents: number; placedAt: string }
  | { state: 'paid'; lines: Line[]; totalCents: number; placedAt: string; charge: string }
  | { state: 'shipped'; lines: Line[]; totalCents: number; placedAt: string; charge: string; parcel: string }
  | { state: 'cancelled'; refundCents: number };

export type OrderEvent =
  | { type: 'add'; book: number; quantity: number; priceCents: number }
  | { type: 'place'; at: string }
  | { type: 'pay'; charge: string }
  | { type: 'ship'; parcel: string }
  | { type: 'cancel' };

export class NotAllowed extends Error {
  state: string;
  event: string;
  constructor(order: Order, event: OrderEvent) {
    super('not allowed');
    this.state = order.state;
    this.event = event.type;
  }
}

type Of<State extends Order['state']> = Extract<Order, { state: State }>;

/** One function for each state. */
const states = {
  open(order: Of<'open'>, event: OrderEvent): Order | null {
    if (event.type === 'cancel') return { state: 'cancelled', refundCents: 0 };
    if (event.type === 'place') {
      let totalCents = 0;
      for (const line of order.lines) totalCents += line.quantity * line.priceCents;
      return order.lines.length ? { ...order, state: 'placed', totalCents, placedAt: event.at } : null;
    }
    if (event.type !== 'add') return null;
    const lines = structuredCopy(order.lines);
    const known = lines.find((line) => line.book === event.book);
    if (known) known.quantity += event.quantity;
    else lines.push({ book: event.book, quantity: event.quantity, priceCents: event.priceCents });
    return { state: 'open', lines };
  },
  placed(order: Of<'placed'>, event: OrderEvent): Order | null {
    if (event.type === 'cancel') return { state: 'cancelled', refundCents: 0 };
    return event.type === 'pay' ? { ...order, state: 'paid', charge: event.charge } : null;
  },
  paid(order: Of<'paid'>, event: OrderEvent): Order | null {
    if (event.type === 'cancel') return { state: 'cancelled', refundCents: order.totalCents };
    return event.type === 'ship' ? { ...order, state: 'shipped', parcel: event.parcel } : null;
  },
};

const structuredCopy = (lines: Line[]): Line[] => lines.map((line) => ({ ...line }));

export function apply(order: Order, event: OrderEvent): Order {
  let next: Order | null = null;
  if (order.state === 'open') next = states.open(order, event);
  else if (order.state === 'placed') next = states.placed(order, event);
  else if (order.state === 'paid') next = states.paid(order, event);
  if (next === null) throw new NotAllowed(order, event);
  return next;
}

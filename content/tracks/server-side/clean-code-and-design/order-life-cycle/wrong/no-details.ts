// caught by: refuses an event with the state and the event
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
  override name = 'NotAllowed';

  constructor(state: Order['state'], event: OrderEvent['type']) {
    super(`${event} is not allowed in the state ${state}`);
  }
}

export function apply(order: Order, event: OrderEvent): Order {
  switch (event.type) {
    case 'add':
      if (order.state === 'open') return { ...order, lines: withLine(order.lines, event) };
      break;
    case 'place':
      if (order.state === 'open' && order.lines.length > 0) {
        return { ...order, state: 'placed', totalCents: totalOf(order.lines), placedAt: event.at };
      }
      break;
    case 'pay':
      if (order.state === 'placed') return { ...order, state: 'paid', charge: event.charge };
      break;
    case 'ship':
      if (order.state === 'paid') return { ...order, state: 'shipped', parcel: event.parcel };
      break;
    case 'cancel':
      if (order.state === 'paid') return { state: 'cancelled', refundCents: order.totalCents };
      if (order.state === 'open' || order.state === 'placed') return { state: 'cancelled', refundCents: 0 };
      break;
  }
  throw new NotAllowed(order.state, event.type);
}

function withLine(lines: Line[], { book, quantity, priceCents }: Line): Line[] {
  if (!lines.some((line) => line.book === book)) return [...lines, { book, quantity, priceCents }];
  return lines.map((line) => (line.book === book ? { ...line, quantity: line.quantity + quantity } : line));
}

const totalOf = (lines: Line[]): number =>
  lines.reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0);

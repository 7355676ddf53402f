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

export class NotAllowed extends Error {}

export function apply(order: Order, event: OrderEvent): Order {
  return order;
}

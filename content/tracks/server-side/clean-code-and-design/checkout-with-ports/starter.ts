export type Line = { book: number; quantity: number; priceCents: number };

export type Order = {
  id: string;
  email: string;
  lines: Line[];
  totalCents: number;
  placedAt: string;
  state: 'pending' | 'paid' | 'declined';
  charge?: string;
};

export type Ports = {
  stock: {
    /** Takes all or nothing; false when something is missing. */
    reserve: (lines: Line[]) => Promise<boolean>;
    release: (lines: Line[]) => Promise<void>;
  };
  payments: {
    /** Rejects when the outcome is not known. */
    charge: (payment: {
      orderId: string;
      cents: number;
      token: string;
    }) => Promise<{ ok: true; charge: string } | { ok: false }>;
  };
  orders: { save: (order: Order) => Promise<void> };
  mails: { send: (mail: { to: string; orderId: string; totalCents: number }) => Promise<void> };
  now: () => string;
  newId: () => string;
};

export type Result =
  | { kind: 'paid'; orderId: string }
  | { kind: 'pending'; orderId: string }
  | { kind: 'refused'; reason: 'empty' | 'out-of-stock' | 'declined' };

export type Checkout = {
  placeOrder: (request: { email: string; token: string; lines: Line[] }) => Promise<Result>;
};

export function createCheckout(ports: Ports): Checkout {
  return {
    async placeOrder() {
      return { kind: 'refused', reason: 'empty' };
    },
  };
}

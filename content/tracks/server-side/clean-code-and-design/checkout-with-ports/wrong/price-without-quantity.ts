// caught by: hands each port what it needs
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

export function createCheckout({ stock, payments, orders, mails, now, newId }: Ports): Checkout {
  return {
    async placeOrder({ email, token, lines }) {
      if (lines.length === 0) return { kind: 'refused', reason: 'empty' };
      if (!(await stock.reserve(lines))) return { kind: 'refused', reason: 'out-of-stock' };

      const totalCents = lines.reduce((total, line) => total + line.priceCents, 0);
      const order: Order = { id: newId(), email, lines, totalCents, placedAt: now(), state: 'pending' };
      try {
        await orders.save(order);
      } catch (error) {
        await stock.release(lines);
        throw error;
      }

      let payment: Awaited<ReturnType<Ports['payments']['charge']>>;
      try {
        payment = await payments.charge({ orderId: order.id, cents: totalCents, token });
      } catch {
        return { kind: 'pending', orderId: order.id };
      }

      if (!payment.ok) {
        await stock.release(lines);
        await orders.save({ ...order, state: 'declined' });
        return { kind: 'refused', reason: 'declined' };
      }
      await orders.save({ ...order, state: 'paid', charge: payment.charge });
      await mails.send({ to: email, orderId: order.id, totalCents }).catch(() => {});
      return { kind: 'paid', orderId: order.id };
    },
  };
}

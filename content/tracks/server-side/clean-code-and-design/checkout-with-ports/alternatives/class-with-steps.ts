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

class Placing {
  readonly #ports: Ports;
  constructor(ports: Ports) {
    this.#ports = ports;
  }

  placeOrder = async (request: { email: string; token: string; lines: Line[] }): Promise<Result> => {
    const { lines, token } = request;
    if (!lines.length) return { kind: 'refused', reason: 'empty' };
    const isReserved = await this.#ports.stock.reserve(lines);
    if (!isReserved) return { kind: 'refused', reason: 'out-of-stock' };
    const order = await this.#savePending(request.email, lines);
    const outcome = await this.#ports.payments
      .charge({ token, cents: order.totalCents, orderId: order.id })
      .catch(() => null);
    if (outcome === null) return { kind: 'pending', orderId: order.id };
    return outcome.ok ? this.#paid(order, outcome.charge) : this.#declined(order);
  };

  async #savePending(email: string, lines: Line[]): Promise<Order> {
    let totalCents = 0;
    for (const { quantity, priceCents } of lines) totalCents += quantity * priceCents;
    const placedAt = this.#ports.now();
    const order: Order = { state: 'pending', placedAt, totalCents, lines, email, id: this.#ports.newId() };
    await this.#ports.orders.save(order).catch(async (error: unknown) => {
      await this.#ports.stock.release(lines);
      throw error;
    });
    return order;
  }

  async #paid(order: Order, charge: string): Promise<Result> {
    await this.#ports.orders.save({ ...order, state: 'paid', charge });
    try {
      await this.#ports.mails.send({ to: order.email, orderId: order.id, totalCents: order.totalCents });
    } catch {
      // The order is paid, whatever happens to the mail.
    }
    return { kind: 'paid', orderId: order.id };
  }

  async #declined(order: Order): Promise<Result> {
    const { orders, stock } = this.#ports;
    await Promise.all([orders.save({ ...order, state: 'declined' }), stock.release(order.lines)]);
    return { kind: 'refused', reason: 'declined' };
  }
}

export const createCheckout = (ports: Ports): Checkout => new Placing(ports);

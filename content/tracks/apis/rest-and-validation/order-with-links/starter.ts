import { Hono } from 'hono';

export const app = new Hono();

app.get('/', (c) => c.json({ _links: {} }));

// The orders, and what their links lead to.

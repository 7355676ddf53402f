import { Hono } from 'hono';

export const app = new Hono();

const wishes: number[] = [];

app.get('/wishes', (c) => c.json({ books: wishes }));

// PUT and DELETE /wishes/:book, and what other methods get.

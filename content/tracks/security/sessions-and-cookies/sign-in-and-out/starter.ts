import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export const app = new Hono();

// Stands for the table of customers; a real one holds slow hashes.
const passwords = new Map([
  ['amira@example.com', 'correct horse battery'],
  ['ben@example.com', 'seven pale herons'],
]);
const passwordIs = (email: string, password: string) => passwords.get(email) === password;
const setPassword = (email: string, password: string) => passwords.set(email, password);

// Your routes go here.

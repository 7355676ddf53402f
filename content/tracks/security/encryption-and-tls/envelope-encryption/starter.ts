import { Hono } from 'hono';
import { db } from 'underpin';

export const app = new Hono();

// Stands for a key service. 32 bytes each, in base64.
const masterKeys = new Map([
  [1, 'TTEgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHRpbGwgMjY='],
  [2, 'TTIgb2YgdGhlIGJvb2tzaG9wLCB1c2VkIHNpbmNlMjY='],
  [3, 'TTMgb2YgdGhlIGJvb2tzaG9wLCBub3QgaW4gdXNlIDI='],
]);
let currentVersion = 1;

// Your routes go here.

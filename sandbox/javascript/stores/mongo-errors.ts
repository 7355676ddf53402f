import type { Document } from './mongo-documents.ts';

export class MongoError extends Error {
  override name = 'MongoError';
}
export class MongoServerError extends MongoError {
  override name = 'MongoServerError';
  readonly code: number;
  constructor(message: string, code: number, more: object = {}) {
    super(message);
    this.code = code;
    Object.assign(this, more);
  }
}
export class MongoBulkWriteError extends MongoServerError {
  override name = 'MongoBulkWriteError';
}
export class MongoInvalidArgumentError extends MongoError {
  override name = 'MongoInvalidArgumentError';
}

export function duplicateKey(space: string, index: string, keyPattern: Document, keyValue: Document): MongoServerError {
  const values = Object.entries(keyValue).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const message = `E11000 duplicate key error collection: ${space} index: ${index} dup key: { ${values.join(', ')} }`;
  return new MongoServerError(message, 11000, { keyPattern, keyValue });
}

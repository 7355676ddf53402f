const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function encode(number: number, key: number): string {
  return String(number).padStart(7, '0');
}

export function decode(code: string, key: number): number {
  return Number(code);
}

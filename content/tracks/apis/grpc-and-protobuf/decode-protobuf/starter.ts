export type Field = {
  name: string;
  type: 'int32' | 'uint32' | 'sint32' | 'int64' | 'uint64' | 'sint64' | 'bool' | 'string' | 'message';
  repeated?: boolean;
  message?: Message;
};
export type Message = Record<string, Field>;

export function decode(bytes: number[], message: Message): Record<string, unknown> {
  return {};
}
